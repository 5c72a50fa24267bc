"use strict";
// All content is in the page: this shows and hides, sorts, opens the cards, and remembers in the address. Nothing of the address
// becomes markup: codes are compared with those that there are, and words only searched for.
(() => {
  const $ = (selector, from = document) => from.querySelector(selector);
  const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
  const byId = id => document.getElementById(id);
  const root = document.documentElement;
  const form = $(".controls");
  const status = $("[role=status]");
  const table = $("table.figures");
  const selects = $$("select", form);
  const facets = selects.map(select => select.name);
  const keys = ["search", ...facets];
  const field = key => form.elements.namedItem(key);

  // The address is `ID&key=value&…`: an id of the page, the fields of the form, which are those of the crate's `Filter`, `sort`
  // with a minus where it descends, and `lang`. All may be missing.
  const state = { at: "", sort: "", lang: "", unknown: [] };
  const sorts = $$("[data-sort]", table).map(head => head.dataset.sort);
  const preferred = navigator.languages.find(lang => /^(en|zh)\b/i.test(lang)) || "en";
  const lang = () => state.lang || preferred.slice(0, 2).toLowerCase();
  const say = (en, zh) => (lang() === "zh" ? zh : en);

  // Case, width, kinds of dashes and groups of digits do not matter, nor whether Chinese is simplified or traditional.
  const pairs = [...byId("book:records").dataset.traditional];
  const simplified = new Map(pairs.flatMap((c, i) => (i % 2 ? [] : [[c, pairs[i + 1]]])));
  const fold = text =>
    [...text.normalize("NFKC").toLowerCase()]
      .map(c => simplified.get(c) ?? c)
      .join("")
      .replace(/(?<=\d)[, ](?=\d{3}(?!\d))/g, "")
      .replace(/[\s\-‐–—−()"“”'’:;,/]+|\.(?!\d)/g, " ")
      .replace(/(?<=\p{Script=Han})(?=[a-z])/gu, " ")
      .trim();
  // What a figure is found by: its row, and what its record has besides.
  const { fields, rows, not_printed } = JSON.parse(byId("book:records").textContent);
  const figures = rows.map((cells, place) => {
    const record = Object.fromEntries(fields.map((key, i) => [key, cells[i]]));
    record.period = `${record.period_start}/${record.period_end}`;
    const row = byId(`row:${record.id}`);
    const names = selects.map(select => [...select.options].find(it => it.value === (record[select.name] ?? "")));
    const more = ["id", "keywords", "obs_text", "obs_value", "counted", "counted_zh"].map(key => record[key]);
    const texts = [
      ...$$("i", row).map(it => it.textContent),
      ...more,
      ...names.flatMap(it => (it.value ? [it.dataset.en, it.dataset.zh] : [])),
    ];
    return { record, row, place, text: ` ${fold(texts.join("\n"))} ` };
  });
  // An English word is found by its beginning, in another number only as a whole; a number by its first digits.
  const others = word => [
    ...(/ies$/.test(word) ? [word.replace(/ies$/, "y")] : []),
    ...(/(s|x|z|ch|sh)es$/.test(word) ? [word.slice(0, -2)] : []),
    ...(/[^su]s$/.test(word) && word.length > 3 ? [word.slice(0, -1)] : []),
    ...(/[^aeiou]y$/.test(word) ? [word.replace(/y$/, "ies")] : []),
  ];
  const finds = (text, word) => {
    if (/^[a-z]/.test(word)) return text.includes(" " + word) || others(word).some(other => text.includes(` ${other} `));
    if (/^\d/.test(word)) return new RegExp("(?<![\\d.])" + word.replace(/[^\p{L}\p{N}]/gu, "\\$&")).test(text);
    return text.includes(word);
  };

  const has = ({ record, text }, words, without) =>
    facets.every(key => key === without || !field(key).value || record[key] === field(key).value) &&
    words.every(word => finds(text, word));
  const isFiltered = () => keys.some(key => field(key).value);
  const clear = () => keys.forEach(key => (field(key).value = ""));

  // What an address asks for that is not there is told, and the rest is shown.
  const read = () => {
    clear();
    Object.assign(state, { at: "", sort: "", lang: "", unknown: [] });
    for (const part of location.hash.slice(1).split("&").filter(Boolean)) {
      const [[key, value] = ["", ""]] = new URLSearchParams(part);
      const isOption = facets.includes(key) && [...field(key).options].some(option => option.value === value);
      if (!part.includes("=") && byId(key)) state.at = key;
      else if (key === "search" || isOption) field(key).value = value;
      else if (key === "lang" && ["en", "zh"].includes(value)) state.lang = value;
      else if (key === "sort" && sorts.includes(value.replace("-", ""))) state.sort = value;
      else state.unknown.push(part.includes("=") ? `${key}=${value}` : key || part);
    }
  };
  const tell = () => {
    const told = state.unknown.join(", ").slice(0, 200);
    const [en, zh] = ["which the address asks for; it was left out.", "已略去。"];
    $(".unknown").hidden = !told;
    $(".unknown").textContent = told && say(`This book has no “${told}”, ${en}`, `本手册没有网址所指的“${told}”，${zh}`);
  };
  const write = (push = true) => {
    const fields = keys.map(key => [key, field(key).value]);
    const found = [...fields, ["sort", state.sort], ["lang", state.lang]].filter(([, value]) => value);
    const hash = [state.at, String(new URLSearchParams(found))].filter(Boolean).join("&");
    if (hash === location.hash.slice(1)) return;
    history[push ? "pushState" : "replaceState"](null, "", hash ? "#" + hash : location.pathname + location.search);
  };
  const words = () => fold(field("search").value).split(" ").filter(Boolean);

  // Values of one unit are sorted by number, and exact figures come before those with a narrow interval.
  const place =
    key =>
    ({ record }) =>
      [...field(key).options].findIndex(option => option.value === record[key]);
  const width = ({ record: { lower, upper, obs_value } }) =>
    lower === null || upper === null ? Infinity : (upper - lower) / Math.abs(obs_value) || 0;
  const orders = {
    title: (a, b) => {
      const key = say("title", "title_zh");
      return a.record[key].localeCompare(b.record[key], lang());
    },
    value: (a, b) => place("unit")(a) - place("unit")(b) || a.record.obs_value - b.record.obs_value,
    precision: (a, b) => (width(a) === width(b) ? 0 : width(a) - width(b)),
    period: (a, b) => (a.record.period < b.record.period ? -1 : a.record.period > b.record.period ? 1 : 0),
    kind: (a, b) => place("stat_type")(a) - place("stat_type")(b),
  };
  const sort = () => {
    const [key, sign] = [state.sort.replace("-", ""), state.sort.startsWith("-") ? -1 : 1];
    const order = (a, b) => (key ? sign * orders[key](a, b) : 0) || a.place - b.place;
    figures.sort(order).forEach(({ row }) => row.parentElement.append(row));
    $$("[data-sort]", table).forEach(head => {
      const is = head.dataset.sort === key;
      is ? head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending") : head.removeAttribute("aria-sort");
    });
  };

  const show = () => {
    root.lang = say("en", "zh");
    document.title = $("title").dataset[lang()];
    $(`[name=lang][value=${lang()}]`).checked = true;
    tell();
    const asked = words();
    for (const select of selects) {
      const others = figures.filter(figure => has(figure, asked, select.name));
      for (const option of select.options) {
        const count = others.filter(({ record }) => !option.value || record[select.name] === option.value).length;
        option.textContent = option.dataset[lang()] + say(` (${count})`, `（${count}）`);
        option.disabled = option.hidden = !count && !option.selected && Boolean(option.value);
      }
    }
    figures.forEach(figure => (figure.row.hidden = !has(figure, asked)));
    sort();
    const [shown, all] = [figures.filter(({ row }) => !row.hidden).length, figures.length];
    status.textContent = say(`${shown} of ${all} figures`, `显示${shown}项，共${all}项指标`);
    const active = facets.filter(key => field(key).value).length;
    $(".active").textContent = active ? say(`(${active})`, `（${active}）`) : "";
    const search = fold(field("search").value);
    const missing = not_printed.filter(names => search && names.some(name => search.includes(fold(name))));
    const list = missing.map(([en, zh]) => say(en, zh)).join(say(", ", "、"));
    $(".missing").hidden = !list;
    $(".none").hidden = shown > 0 || Boolean(list);
    $(".missing").textContent = list && say(`The report prints no figure for ${list}.`, `报告未载${list}的数值。`);
    table.hidden = !shown;
    for (const link of $$("[data-category], [data-unit]")) {
      const { category = "", unit = "" } = link.dataset;
      const is = category === field("category").value && unit === field("unit").value;
      is ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
    }
  };
  const changed = push => {
    Object.assign(state, { at: "", unknown: [] });
    write(push);
    show();
  };

  // Whoever goes to a place finds the focus there: a card is opened, and its row is where one is when it is closed.
  const go = () => {
    const target = byId(state.at);
    const open = $("dialog[open]");
    if (open && open !== target) open.close();
    if (target instanceof HTMLDialogElement) return target.open || target.showModal();
    if (!target) return state.unknown.length && $(".unknown").scrollIntoView({ block: "center" });
    target.closest("details")?.setAttribute("open", "");
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  };
  $$("dialog").forEach(dialog => {
    dialog.addEventListener("close", () => {
      if (state.at !== dialog.id) return;
      state.at = "";
      write();
      const link = $("a", byId(`row:${dialog.id}`));
      const { activeElement: focused, body } = document;
      if (focused === body || !focused.checkVisibility()) (link.checkVisibility() ? link : status).focus();
    });
    // A click beside it closes it.
    dialog.addEventListener("click", event => event.target === dialog && dialog.close());
  });

  document.addEventListener("click", event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const row = event.target.closest("tbody tr[id]");
    const link = event.target.closest("a[href^='#']") || (row && getSelection().isCollapsed && $("a", row));
    if (!link || event.target.closest("a:not([href^='#'])")) return;
    event.preventDefault();
    if (link.matches(".close")) return link.closest("dialog").close();
    const { category, unit } = link.dataset;
    if (category || unit) {
      const off = link.hasAttribute("aria-current");
      clear();
      if (category && !off) field("category").value = category;
      if (unit && !off) field("unit").value = unit;
      changed();
      byId("book:figures").scrollIntoView();
      return status.focus({ preventScroll: true });
    }
    state.at = decodeURIComponent(link.getAttribute("href").slice(1));
    write();
    go();
  });
  $$("[name=lang]").forEach(radio =>
    radio.addEventListener("change", () => {
      state.lang = radio.value;
      write();
      show();
    }),
  );
  // Typing is one step back, not one for each letter; and what an input method composes is asked for when it is there.
  let typing = false;
  const typed = event => {
    if (event.isComposing || !keys.includes(event.target.name)) return;
    const isSearch = event.target.name === "search";
    changed(!(isSearch && typing));
    typing = isSearch;
  };
  form.addEventListener("input", typed);
  form.addEventListener("compositionend", typed);
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", event => {
    event.preventDefault();
    clear();
    state.sort = "";
    changed();
  });
  addEventListener("hashchange", () => {
    typing = false;
    read();
    show();
    go();
  });

  $$("[data-sort]", table).forEach(head => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const key = head.dataset.sort;
      state.sort = state.sort === key ? "-" + key : state.sort === "-" + key ? "" : key;
      changed();
    });
  });

  const today = new Date();
  const iso = new Date(today - today.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  $$("time").forEach(time => {
    const isZh = time.closest("[lang]").lang !== "en";
    time.textContent = isZh ? iso : today.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    time.dateTime = iso;
  });
  const copy = async (text, from) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      getSelection().selectAllChildren(from);
      return document.execCommand("copy");
    }
  };
  $$(".citation, pre").forEach(text => {
    const button = byId("book:copy").content.cloneNode(true).firstChild;
    const label = [...button.childNodes];
    text.after(button);
    button.addEventListener("click", async () => {
      const done = await copy(text.innerText.trim(), text);
      button.textContent = done ? say("Copied", "已复制") : say("Select and copy", "请手动复制");
      setTimeout(() => button.replaceChildren(...label), 1500);
    });
  });

  // What is shown, as `examples/export` writes it. Excel takes the file for UTF-8 by the mark at its start.
  const quoted = value => {
    const text = String(value ?? "");
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const writers = {
    json: records => ["application/json", JSON.stringify(records, null, 2) + "\n"],
    csv: records => {
      const lines = [fields, ...records.map(Object.values)].map(cells => cells.map(quoted).join(","));
      return ["text/csv;charset=utf-8", "\uFEFF" + lines.join("\n") + "\n"];
    },
  };
  $$("[data-download]").forEach(button =>
    button.addEventListener("click", () => {
      const form = button.dataset.download;
      const shown = figures.filter(({ row }) => !row.hidden).map(({ record: { period, ...record } }) => record);
      const [type, text] = writers[form](shown);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type }));
      link.download = `metrics.${form}`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    }),
  );

  // The links of the map are views, so that they can be copied; without the script they lead to a card or a term.
  $$("[data-category], [data-unit]").forEach(link => (link.href = "#" + new URLSearchParams({ ...link.dataset })));
  read();
  $(".filters").open = innerWidth >= 768 || facets.some(key => field(key).value);
  show();
  go();
  if (!state.at && !state.unknown.length && isFiltered()) byId("book:figures").scrollIntoView();
})();
