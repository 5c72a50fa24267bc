"use strict";
// All content is in the page: this shows and hides, orders, and remembers in the address. Nothing of the address becomes
// markup: codes are compared with those that there are, and words only searched for.
(() => {
  const $ = (selector, from = document) => from.querySelector(selector);
  const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
  const root = document.documentElement;
  const form = $(".controls");
  const groups = $("#book\\:groups");
  const cards = $$(".card");
  const sections = $$(".group", groups);
  const field = name => form.elements.namedItem(name);
  const facets = ["category", "unit", "level"];
  const keys = ["q", ...facets, "order"];
  // Case, width and compatibility forms do not matter.
  const fold = text => text.normalize("NFKC").toLowerCase();
  const preferred = navigator.languages.find(lang => /^(en|zh)\b/i.test(lang)) || "en";
  const state = { lang: "", at: "" };

  const texts = new Map(
    cards.map(card => {
      const shown = $$(".title, [data-note], .facets, q", card).map(it => it.textContent);
      return [card, fold([card.id, card.dataset.keywords, ...shown].join("\n"))];
    }),
  );

  // The address is `#ID&key=value&…`, where all parts may be missing; what is unknown is left out.
  const read = () => {
    const hash = location.hash.slice(1);
    const found = new URLSearchParams(hash);
    const [first] = hash.split("&", 1);
    const at = first.includes("=") ? "" : [...new URLSearchParams(first).keys()][0];
    state.at = at && document.getElementById(at) ? at : "";
    const lang = found.get("lang");
    state.lang = lang === "en" ? "en" : lang === "zh" ? "zh-Hans" : "";
    for (const key of keys) {
      const value = found.get(key) || "";
      const options = field(key).options;
      field(key).value = !options || [...options].some(option => option.value === value) ? value : "";
    }
    // The address of a figure shows it.
    const card = $(".card.at");
    if (card) card.classList.remove("at");
    const target = state.at && document.getElementById(state.at);
    if (target && target.matches(".card")) {
      target.classList.add("at");
      if (!has(target)) reset();
    }
  };
  const write = push => {
    const found = new URLSearchParams(keys.map(key => [key, field(key).value]).filter(([, value]) => value));
    if (state.lang) found.set("lang", state.lang.slice(0, 2));
    const hash = [encodeURIComponent(state.at).replace("%3A", ":"), String(found)].filter(Boolean).join("&");
    if (hash === location.hash.slice(1)) return;
    history[push ? "pushState" : "replaceState"](null, "", hash ? "#" + hash : location.pathname + location.search);
  };
  const reset = () =>
    ["q", ...facets].forEach(key => {
      field(key).value = "";
    });

  const has = card =>
    facets.every(key => !field(key).value || card.dataset[key] === field(key).value) &&
    fold(field("q").value)
      .split(/\s+/)
      .every(word => texts.get(card).includes(word));

  // A category or unit has its name and meaning in the list of terms.
  const heading = (key, code) => {
    const term = document.getElementById(key + ":" + code);
    const title = document.createElement("h3");
    const about = document.createElement("p");
    about.className = "about";
    title.append(...$("dt", term).cloneNode(true).childNodes);
    about.append(...$("dd", term).cloneNode(true).childNodes);
    return [title, about];
  };
  const made = {};
  const arrange = order => {
    if (groups.dataset.order === order) return;
    groups.dataset.order = order;
    if (!order) {
      sections.forEach(section => $(".cards", section).append(...cards.filter(card => card.section === section)));
      return groups.replaceChildren(...sections);
    }
    const by = (made[order] ||= [...field(order).options]
      .map(option => option.value)
      .filter(Boolean)
      .map(code => {
        const group = document.createElement("section");
        const list = document.createElement("div");
        group.className = "group";
        list.className = "cards";
        group.append(...heading(order, code), list);
        return [code, group];
      }));
    for (const [code, group] of by) $(".cards", group).append(...cards.filter(card => card.dataset[order] === code));
    groups.replaceChildren(...by.map(([, group]) => group));
  };
  cards.forEach(card => {
    card.section = card.closest(".group");
  });

  const show = () => {
    const zh = (state.lang || preferred).startsWith("zh");
    root.lang = zh ? "zh-Hans" : "en";
    document.title = $("title").dataset[zh ? "zh" : "en"];
    $$("[data-lang]").forEach(button => button.setAttribute("aria-pressed", String(button.dataset.lang === root.lang)));
    $$("option").forEach(option => {
      option.dataset.en ||= option.textContent;
      option.textContent = option.dataset[zh ? "zh" : "en"];
      option.lang = root.lang;
    });
    arrange(field("order").value);
    cards.forEach(card => {
      card.hidden = !has(card);
    });
    $$(".group", groups).forEach(group => {
      group.hidden = !$(".card:not([hidden])", group);
    });
    const shown = cards.filter(card => !card.hidden).length;
    $(".status").textContent = zh ? `显示 ${shown} 项，共 ${cards.length} 项` : `${shown} of ${cards.length} figures shown`;
    $("#book\\:none").hidden = shown > 0;
    $$("a[data-category], a[data-unit]").forEach(link => {
      const { category = "", unit = "" } = link.dataset;
      link.toggleAttribute("aria-current", category === field("category").value && unit === field("unit").value);
      if (link.hasAttribute("aria-current")) link.setAttribute("aria-current", "true");
    });
  };
  // Where the controls stay in sight, the figures below them; elsewhere both.
  const isSticky = () => getComputedStyle(form).position === "sticky";
  const makeRoom = () => root.style.setProperty("--controls", isSticky() ? `${form.offsetHeight + 12}px` : "1rem");
  const goToFigures = () => {
    makeRoom();
    (isSticky() ? groups : form).scrollIntoView();
  };
  const changed = (push = true) => {
    state.at = "";
    $$(".card.at").forEach(card => card.classList.remove("at"));
    write(push);
    show();
    // Whoever was among figures that are gone now is led to what is there.
    if (groups.getBoundingClientRect().top < 0) goToFigures();
  };
  const go = () => {
    makeRoom();
    const target = state.at && document.getElementById(state.at);
    if (target) {
      target.scrollIntoView();
      target.focus({ preventScroll: true });
    }
  };

  // Links into the page keep the language and, where they can, the view.
  document.addEventListener("click", event => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { category, unit, set } = link.dataset;
    if (category || unit || set) {
      const [only, code] = set ? [set, link.closest(".card").dataset[set]] : [];
      const off = link.hasAttribute("aria-current");
      reset();
      for (const [key, value] of Object.entries(set ? { [only]: code } : { category, unit }))
        field(key).value = (!off && value) || "";
      changed();
      return goToFigures();
    }
    state.at = decodeURIComponent(link.getAttribute("href").slice(1));
    write(true);
    read();
    write(false);
    show();
    go();
  });
  $$("[data-lang]").forEach(button =>
    button.addEventListener("click", () => {
      state.lang = button.dataset.lang;
      write(true);
      show();
    }),
  );
  let typing = false;
  form.addEventListener("input", event => {
    const words = event.target.name === "q";
    changed(!(words && typing));
    typing = words;
  });
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", event => {
    event.preventDefault();
    reset();
    changed();
  });
  addEventListener("hashchange", () => {
    typing = false;
    read();
    show();
    go();
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
  $$("[data-copy]").forEach(button => {
    const label = [...button.childNodes];
    button.addEventListener("click", async () => {
      const from = $(button.dataset.copy, button.closest("details"));
      const done = await copy(from.textContent, from);
      button.textContent = root.lang === "en" ? (done ? "Copied" : "Select and copy") : done ? "已复制" : "请手动复制";
      setTimeout(() => button.replaceChildren(...label), 1500);
    });
  });

  // The columns of the crate's table. Excel takes the file for UTF-8 by the mark at its start.
  const row = card => {
    const { dataset: d, id } = card;
    const text = selector => ($(selector, card) || { textContent: "" }).textContent;
    return {
      id,
      title: text(".title[lang='en']"),
      title_zh: text(".title[lang='zh-Hans']"),
      counted: d.counted,
      counted_zh: d.countedZh,
      category: d.category,
      section: d.section,
      source_start: d.start,
      obs_text: text("q"),
      obs_value: d.value,
      comparator: d.comparator,
      unit: d.unit,
      stat_type: d.kind,
      time_period: d.period,
      period_basis: d.basis,
      admin_level: d.level,
      of_metric: d.of,
      aggregate: d.aggregate,
      headline: d.headline,
      note: text("[data-note][lang='en']"),
      note_zh: text("[data-note][lang='zh-Hans']"),
      keywords: d.keywords,
    };
  };
  const quoted = text => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  $("#book\\:csv").addEventListener("click", () => {
    const rows = $$(".card:not([hidden])", groups).map(row);
    if (!rows.length) return;
    const lines = [Object.keys(rows[0]), ...rows.map(Object.values)].map(cells => cells.map(quoted).join(",") + "\r\n");
    const link = document.createElement("a");
    const url = URL.createObjectURL(new Blob(["\uFEFF", ...lines], { type: "text/csv;charset=utf-8" }));
    link.href = url;
    link.download = "metrics.csv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  });

  // The links of the map are views, so that they can be copied; without the script they lead to the first figure.
  $$("a[data-category], a[data-unit]").forEach(link => {
    link.href = "#" + new URLSearchParams({ ...link.dataset });
  });
  groups.classList.toggle("many", cards.length > 200);
  // What stands open for readers without the script is closed, but on paper.
  $$("details").forEach(details => {
    details.open = false;
  });

  read();
  write(false);
  show();
  if (state.at) go();
  else if (["q", ...facets].some(key => field(key).value)) goToFigures();
})();
