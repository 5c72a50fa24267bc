// The data book in a real browser, held against the tables and against what `export` writes. `.ci/book` runs it.
//
// It knows no report: what is looked for is taken from the tables.
//
//   BOOK     the page
//   RECORDS  `cargo run --features serde --example export -- json`
//   DATA     the folder of the tables
//   MODULES  the folder in which playwright-core and axe-core are installed
//   CHROMIUM the browser
//   QUICK    leaves out what takes long; optional
//   PICTURES a folder for pictures of the page, to look at; optional

import assert from "node:assert/strict";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

const { BOOK, RECORDS, DATA, MODULES, CHROMIUM, PICTURES } = process.env;
const QUICK = Boolean(process.env.QUICK);
const require = createRequire(MODULES + "/");
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const read = path => readFileSync(path, "utf8");
const table = name => {
  const [head, ...lines] = read(`${DATA}/${name}.tsv`)
    .trimEnd()
    .split("\n")
    .map(line => line.split("\t"));
  return lines.map(cells => Object.fromEntries(head.map((key, i) => [key, cells[i]])));
};
const period = record => `${record.period_start}/${record.period_end}`;
const records = JSON.parse(read(RECORDS));
const [categories, units, sections, exclusions, pairs] = ["categories", "units", "sections", "exclusions", "pairs"].map(table);
const aggregates = table("aggregates");
const overlapping = pairs.filter(pair => pair.relation === "may-overlap");
const report = Object.fromEntries(table("report").map(({ key, value }) => [key, value]));
const named = (rows, code) => rows.find(row => row.code === code);
const ids = rows => rows.map(row => row.id);
const byId = new Map(records.map(record => [record.id, record]));
const url = pathToFileURL(BOOK).href;

let browser;
before(async () => {
  // As root, Chromium has no sandbox.
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
});
after(() => browser.close());

/** Opens the page at an address, calls `look`, and fails on any error of the page and any request but for the page itself. */
const open = async (hash, look, options = {}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const wrong = [];
  const requests = [];
  page.on("pageerror", error => wrong.push(`error: ${error.message}`));
  page.on("console", message => options.console?.test(message.text()) || wrong.push(`console: ${message.text()}`));
  page.on("dialog", dialog => {
    wrong.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  context.on("request", request => requests.push(request.url()));
  try {
    await page.goto((options.url || url) + hash);
    await look(page, context);
    none(wrong, `the page at ${hash || "its start"} complained`);
    const others = requests.filter(it => !it.startsWith(options.url || url) && !/^(data|blob):/.test(it));
    none(others, `the page at ${hash || "its start"} asked for more than itself`);
  } finally {
    await context.close();
  }
};

const shown = page => page.$$eval(".card:not([hidden])", cards => cards.filter(card => card.offsetParent).map(card => card.id));
const fill = (page, words) => page.fill("[name=q]", words);
const choose = (page, key, code) => page.selectOption(`[name=${key}]`, code);
const hash = page => page.evaluate("location.hash");
const visible = (page, selector) => page.$eval(selector, element => element.checkVisibility());
/** A list that must be empty; its first five are told. */
const none = (list, what) => assert.ok(list.length === 0, `${what}: ${list.slice(0, 5).join("\n")}`);
const same = (found, wanted, what) => assert.deepEqual([...found].sort(), [...wanted].sort(), what);
const overflow = page => page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

/** `38.77 billion`, `387.7亿` or `38 770 000 000` as an exact decimal; no digit may be lost. */
const ZEROS = { trillion: 12, billion: 9, million: 6, thousand: 3, 万亿: 12, 亿: 8, 万: 4 };
const exact = text => {
  const [, sign, whole, fraction = "", word] =
    /(−?)(\d[\d\u202F]*)(?:\.(\d+))?\s*(trillion|billion|million|thousand|万亿|亿|万)?/.exec(text);
  const digits = whole.replaceAll("\u202F", "");
  const zeros = ZEROS[word] || 0;
  const scaled = digits + fraction.padEnd(zeros, "0").slice(0, zeros);
  const rest = fraction.slice(zeros);
  return (sign && "-") + scaled.replace(/^0+(?=\d)/, "") + (rest && "." + rest);
};

describe("the data book", { concurrency: 2 }, () => {
  test("one file below 500 kB", () => assert.ok(statSync(BOOK).size < 500_000, `${statSync(BOOK).size} bytes`));

  test("every card is there, in report order, and says what the tables say", () =>
    open("", async page => {
      assert.deepEqual(await shown(page), ids(records));
      const cards = await page.$$eval(".card", all =>
        all.map(card => {
          const text = selector => card.querySelector(selector)?.textContent ?? null;
          const both = selector =>
            ["en", "zh-Hans"].map(lang => text(`${selector}[lang="${lang}"], ${selector} .l[lang="${lang}"]`));
          return {
            data: { ...card.dataset },
            titles: both(".title"),
            notes: both("[data-note]"),
            obs: text("q"),
            value: card.querySelector("data").value,
            habits: [...card.querySelectorAll("data .l")].map(it => it.textContent),
            iso: text(".iso"),
            place: both("dl dd"),
            all: card.textContent,
            hasStrip: Boolean(card.querySelector(".interval svg")),
            bounds: { ...card.querySelector(".bounds").dataset },
            shapes: [...card.querySelectorAll(".interval circle, .interval path")].map(it => it.getAttribute("class") || "arrow"),
            selects: card.querySelector(".bounds").previousElementSibling.textContent,
          };
        }),
      );
      cards.forEach((card, i) => {
        const record = records[i],
          { id } = record,
          unit = named(units, record.unit),
          category = named(categories, record.category);
        const data = {
          category: record.category,
          unit: record.unit,
          level: record.admin_level ?? "",
          kind: record.stat_type,
          section: String(record.section),
          start: String(record.source_start),
          value: record.obs_value,
          comparator: record.comparator ?? "",
          period: period(record),
          of: record.of_metric ?? "",
          keywords: record.keywords,
          counted: record.counted,
          countedZh: record.counted_zh,
          basis: record.period_basis,
          aggregate: record.aggregate ?? "",
          headline: String(record.headline ?? ""),
        };
        assert.deepEqual(
          { ...card.data, keywords: [card.data.keywords].flat().join(" ") },
          { ...data, keywords: [record.keywords].flat().join(" ") },
          id,
        );
        assert.deepEqual(card.titles, [record.title, record.title_zh], id);
        assert.deepEqual(card.notes, [record.note, record.note_zh], id);
        assert.equal(card.obs, record.obs_text, id);
        assert.equal(card.value, record.obs_value, id);
        assert.equal(card.iso, period(record), id);
        const section = sections[record.section];
        const last = record.source_start + [...record.obs_text].length - 1;
        // The measure word stands behind the number, where no words stand before it.
        const [before, after] = unit.printed.split(" ")[0].split("…");
        const measure = before ? unit.name_zh : after;
        const aggregate = named(aggregates, record.aggregate);
        const isStock = record.stat_type === "stock";
        const basis = record.period_basis === "stated" ? ["stated"] : ["assumed", ...(isStock ? [": the date is not stated"] : [])];
        const parts = [
          `, ${basis.join("")}`,
          ...(aggregate ? [aggregate.name, aggregate.name_zh] : []),
          category.name,
          category.name_zh,
          unit.name_zh,
          section.title,
          section.title_zh,
          `characters ${record.source_start} to ${last}`,
          `第 ${record.source_start} 至 ${last} 字符`,
          `“${record.obs_text}”, section ${record.section}, characters ${record.source_start} to ${last}`,
          report.sha256,
          `@misc{`,
          `:${id},`,
          ...(record.of_metric ? [byId.get(record.of_metric).title_zh] : []),
        ];
        for (const part of parts) assert.ok(card.all.includes(part), `${id} does not say ${part}`);

        // The habits lose no digit.
        assert.deepEqual(card.habits.map(exact), [record.obs_value, record.obs_value], `${id}: ${card.habits}`);
        assert.ok(card.habits[1].endsWith(measure), `${id}: ${card.habits[1]}`);

        // The interval holds the value, and is drawn as it is.
        const { lower = "", upper = "" } = card.bounds;
        const value = Number(record.obs_value);
        const isExact = lower !== "" && lower === upper;
        assert.ok(
          (lower === "" || Number(lower) <= value) && (upper === "" || value <= Number(upper)),
          `${id}: ${lower} to ${upper}`,
        );
        assert.equal(card.hasStrip, !isExact, id);
        const ends = { ">": ["open"], ">=": ["closed"], "<": [undefined, "open"], "<=": [undefined, "closed"] }[
          record.comparator
        ];
        if (!isExact && !ends) assert.deepEqual(card.shapes, ["closed", "closed"], id);
        if (ends?.[0]) assert.equal(card.shapes[0], ends[0], id);
        if (ends?.[1]) assert.equal(card.shapes[1], ends[1], id);
        assert.equal(card.shapes.filter(shape => shape === "arrow").length, isExact ? 0 : (lower === "") + (upper === ""), id);
        assert.ok(card.selects.includes(record.stat_type === "threshold" ? "Selects" : "Precision"), `${id}: ${card.selects}`);
      });
    }));

  test("the numerals excluded are listed, by reason", () =>
    open("", async page => {
      const found = await page.$$eval(".ledger", lists => lists.map(list => [...list.children].map(item => item.textContent)));
      const reasons = [...new Set(exclusions.map(row => row.reason))];
      assert.equal(found.length, reasons.length);
      const wanted = reasons.map(reason =>
        exclusions.filter(row => row.reason === reason).map(row => `${row.text} §${row.section}, ${row.source_start}`),
      );
      same(found.map(String), wanted.map(String));
    }));

  test("links lead to what there is; those of overlaps are the pairs of the table", () =>
    open(
      "",
      // As it is written, before the script.
      async page => {
        const [twice, dead] = await page.evaluate(() => {
          const all = [...document.querySelectorAll("[id]")].map(element => element.id);
          const links = [...document.querySelectorAll("a[href]")].map(link => link.getAttribute("href"));
          return [
            all.filter((id, i) => all.indexOf(id) < i),
            links.filter(href => href[0] !== "#" || !document.getElementById(decodeURIComponent(href.slice(1)))),
          ];
        });
        none(twice, "ids that are there twice");
        none(dead, "links to nowhere");
        const found = await page.$$eval(".card", cards =>
          cards.map(card => [card.id, [...card.querySelectorAll(".overlaps a")].map(link => link.hash.slice(1))]),
        );
        for (const [id, links] of found) {
          same(
            links,
            overlapping.flatMap(({ metric, other }) => (metric === id ? [other] : other === id ? [metric] : [])),
            id,
          );
        }
      },
      { javaScriptEnabled: false },
    ));

  test("aggregates say what they come to", () =>
    open("", async page => {
      for (const { code, instances } of aggregates) {
        const told = await page.textContent(`[id="aggregate:${code}"] dd [lang=en]`);
        const members = records.filter(record => record.aggregate === code);
        const overlap = overlapping.some(pair => byId.get(pair.metric).aggregate === code);
        assert.equal(told.includes(", each counted once"), overlap, told);
        // What is exact and not counted twice, or counted as often as it happened, is the sum.
        const within = pairs.some(pair => /within|contains/.test(pair.relation) && byId.get(pair.metric).aggregate === code);
        const sum = members.reduce((sum, record) => sum + Number(record.obs_value), 0);
        const noun = overlap ? instances : named(units, members[0].unit).name;
        if (noun && !within && members.every(record => record.precision === "exact")) {
          assert.ok(told.endsWith(` ${sum} ${noun}.`), told);
        }
      }
    }));

  test("English and Chinese: one at a time, each marked as what it is", async () => {
    const look = async (page, lang) => {
      assert.equal(await page.getAttribute("html", "lang"), lang);
      const [title, other] = lang === "en" ? [report.title, report.title_zh] : [report.title_zh, report.title];
      assert.equal(await page.title(), title);
      const text = await page.innerText("body");
      assert.ok(text.includes(title) && text.includes(other));
      const record = records.find(it => it.note);
      const notes = lang === "en" ? [record.note, record.note_zh] : [record.note_zh, record.note];
      assert.ok(text.includes(notes[0]) && !text.includes(notes[1]), "notes of the other language");
      const [first] = await page.$$(`.title[lang="${lang}"]`),
        [second] = await page.$$(`.title:not([lang="${lang}"])`);
      assert.ok(
        (await first.boundingBox()).y < (await second.boundingBox()).y,
        "the title in the reader's language stands first",
      );
      assert.ok(await page.$$eval("option:checked", all => all.every(option => option.lang === document.documentElement.lang)));
      // Han characters that are not within a Chinese passage would be drawn with the glyphs of whatever the reader's system prefers.
      const unmarked = await page.evaluate(() => {
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found = [];
        while (walk.nextNode()) {
          const { parentElement: parent, data } = walk.currentNode;
          if (/\p{Script=Han}/u.test(data) && parent.tagName !== "SCRIPT" && parent.closest("[lang]").lang !== "zh-Hans")
            found.push(data);
        }
        return found;
      });
      none(unmarked, "Chinese that is not marked as Chinese");
    };
    await open("", async page => {
      await look(page, "en");
      await page.click("text=中文");
      await look(page, "zh-Hans");
      assert.equal(await hash(page), "#lang=zh");
      await page.reload();
      await look(page, "zh-Hans");
      await page.click("text=English");
      await look(page, "en");
    });
    await open("", page => look(page, "zh-Hans"), { locale: "zh-CN" });
    await open("#lang=en", page => look(page, "en"), { locale: "zh-CN" });
  });

  test("the fonts of Chinese passages are Chinese", { skip: QUICK }, () =>
    open(
      "",
      async (page, context) => {
        const client = await context.newCDPSession(page);
        await client.send("DOM.enable");
        await client.send("CSS.enable");
        const { root } = await client.send("DOM.getDocument");
        for (const selector of [".card .title[lang=zh-Hans]", "q", ".ledger b", "h1 [lang=zh-Hans]"]) {
          const { nodeId } = await client.send("DOM.querySelector", { nodeId: root.nodeId, selector });
          const { fonts } = await client.send("CSS.getPlatformFontsForNode", { nodeId });
          assert.ok(
            fonts.length > 0 && fonts.every(font => / SC$/.test(font.familyName) || !/CJK/.test(font.familyName)),
            JSON.stringify(fonts),
          );
        }
        // The browser's tools read the file once more, and say so.
      },
      { console: /^Unsafe attempt to load URL file:/ },
    ),
  );

  const fold = text => text.normalize("NFKC").toLowerCase();
  const searched = records.map(record => {
    const [category, unit] = [named(categories, record.category), named(units, record.unit)];
    const texts = [
      record.id,
      record.title,
      record.title_zh,
      record.note ?? "",
      record.note_zh ?? "",
      [record.keywords].flat().join(" "),
      record.obs_text,
      category.name,
      category.name_zh,
      unit.name,
      unit.name_zh,
    ];
    return [record, fold(texts.join("\n"))];
  });
  const found = words =>
    searched
      .filter(([, text]) =>
        fold(words)
          .split(/\s+/)
          .every(word => text.includes(word)),
      )
      .map(([record]) => record.id);

  test("search finds words of titles, keywords and notes in both languages", () =>
    open("", async page => {
      const record = records.find(it => it.note && [it.keywords].flat().join("") && it.title.includes(" "));
      const keywords = [record.keywords].flat().join(" ").split(" ");
      const words = {
        "a word of an English title": record.title.split(" ").sort((a, b) => b.length - a.length)[0],
        "a word of a Chinese title": record.title_zh.slice(-4),
        "an English keyword": keywords.find(word => /^[A-Za-z]/.test(word)),
        "a Chinese keyword": keywords.find(word => /\p{Script=Han}/u.test(word)),
        "a word of a note": record.note.split(/[ ,.;]+/).sort((a, b) => b.length - a.length)[0],
        "words of a Chinese note": record.note_zh.slice(0, 5),
        "the printed figure": record.obs_text,
        "a category": named(categories, record.category).name_zh,
        capitals: record.title.toUpperCase(),
        "full width": [...record.title]
          .map(c => (/[!-~]/.test(c) ? String.fromCodePoint(c.codePointAt(0) + 0xfee0) : c))
          .join(""),
        "two words in another order": record.title.split(" ").reverse().join(" "),
      };
      for (const [what, text] of Object.entries(words)) {
        await fill(page, text);
        const hits = await shown(page);
        assert.ok(hits.includes(record.id), `${what}: ${text} does not find ${record.id}`);
        // A name of a level is searched too, which the tables do not have.
        const missing = found(text).filter(id => !hits.includes(id));
        none(missing, `${what}: ${text}`);
        const extra = hits.filter(id => !found(text).includes(id) && !byId.get(id).admin_level);
        none(extra, `${what}: ${text} finds too much`);
      }
      await fill(page, "no such words <b>");
      assert.deepEqual(await shown(page), []);
      assert.ok(await visible(page, "#book\\:none"));
      assert.match(await page.innerText(".status"), /^0 of /);
      await page.click("text=Show all");
      assert.deepEqual(await shown(page), ids(records));
    }));

  test("filters by category, unit and level, alone and together", () =>
    open("", async page => {
      const fields = { category: "category", unit: "unit", level: "admin_level" };
      for (const [key, column] of Object.entries(fields)) {
        const codes = [...new Set(records.map(record => record[column]).filter(Boolean))];
        same(await page.$$eval(`[name=${key}] option`, all => all.map(option => option.value).filter(Boolean)), codes, key);
        const views = await page.$eval(
          `[name=${key}]`,
          (field, codes) =>
            codes.map(code => {
              field.value = code;
              field.dispatchEvent(new Event("input", { bubbles: true }));
              return [code, location.hash, [...document.querySelectorAll(".card:not([hidden])")].map(card => card.id)];
            }),
          codes,
        );
        for (const [code, hash, cards] of views) {
          same(cards, ids(records.filter(record => record[column] === code)), `${key}=${code}`);
          assert.equal(hash, `#${key}=${code}`);
        }
        await choose(page, key, "");
      }
      const record = records.find(it => it.admin_level);
      await choose(page, "category", record.category);
      await choose(page, "unit", record.unit);
      await choose(page, "level", record.admin_level);
      const all = ids(
        records.filter(it => it.category === record.category && it.unit === record.unit && it.admin_level === record.admin_level),
      );
      assert.deepEqual(await shown(page), all);
      await fill(page, record.title);
      assert.deepEqual(await shown(page), [record.id]);
      assert.equal(await page.innerText(".status"), `1 of ${records.length} figures shown`);
    }));

  test("the map counts what there is and leads to it", () =>
    open("", async page => {
      const count = await page.locator(".map td a").count();
      const cells = new Set(records.map(record => `${record.category} ${record.unit}`));
      assert.equal(count, cells.size);
      const seen = await page.evaluate(() =>
        [...document.querySelectorAll(".map a")].map(link => {
          link.click();
          const cards = [...document.querySelectorAll(".card:not([hidden])")].map(card => card.id);
          return {
            ...link.dataset,
            text: link.textContent.trim(),
            cell: link.parentElement.tagName === "TD",
            current: link.getAttribute("aria-current"),
            hash: location.hash,
            href: link.getAttribute("href"),
            cards,
          };
        }),
      );
      for (const { category, unit, text, cell, current, hash, href, cards } of seen) {
        const wanted = records.filter(record => (!category || record.category === category) && (!unit || record.unit === unit));
        same(cards, ids(wanted), hash);
        assert.equal(current, "true", hash);
        const address = "#" + new URLSearchParams(Object.entries({ category, unit }).filter(([, code]) => code));
        assert.deepEqual([hash, href], [address, address]);
        if (cell) assert.ok(text.endsWith(String(wanted.length)), `${hash} says ${text}`);
      }
      // A second click on the same shows all again.
      await page.locator(".map td a").last().click();
      await page.locator(".map td a").first().click();
      await page.locator(".map td a").first().click();
      assert.deepEqual(await shown(page), ids(records));
    }));

  test("ranks stand on one line, in the right order", () =>
    open("", async page => {
      const ranks = records.filter(record => named(units, record.unit).dimension === "rank");
      const seen = await page.$$eval(".rank:not(.axis)", rows =>
        rows.map(row => {
          const mark = row.querySelector(".track > span");
          const track = row.querySelector(".track").getBoundingClientRect();
          return {
            id: row.querySelector("a").hash.slice(1),
            place: mark.textContent,
            at: mark.getBoundingClientRect().x - track.x,
          };
        }),
      );
      same(
        seen.map(it => it.id),
        ids(ranks),
      );
      for (const { id, place } of seen) assert.equal(place, byId.get(id).obs_value);
      const sorted = seen.toSorted((a, b) => a.place - b.place);
      sorted.forEach((it, i) =>
        assert.ok(i === 0 || Math.abs(it.at - sorted[i - 1].at) < 1 === (it.place === sorted[i - 1].place), it.id),
      );
      sorted.forEach((it, i) => assert.ok(i === 0 || it.at > sorted[i - 1].at - 1, it.id));
    }));

  test("orders: by report, by category, by unit", () =>
    open("", async page => {
      const groups = () =>
        page.$$eval(".group", all =>
          all.map(group => [group.querySelector("h3").innerText, [...group.querySelectorAll(".card")].map(card => card.id)]),
        );
      const by = (rows, key, name) =>
        rows
          .map(row => [row[name], ids(records.filter(record => String(record[key]) === (row.code ?? row.section)))])
          .filter(([, all]) => all.length);
      await choose(page, "order", "category");
      assert.deepEqual(await groups(), by(categories, "category", "name"));
      await choose(page, "order", "unit");
      assert.deepEqual(await groups(), by(units, "unit", "name"));
      await page.click("text=中文");
      assert.deepEqual(await groups(), by(units, "unit", "name_zh"));
      await page.click("text=English");
      await choose(page, "category", records[0].category);
      assert.ok(
        (await page.$$eval(".group:not([hidden])", all => all.length)) < (await groups()).length,
        "empty groups are not shown",
      );
      await page.click("text=Show all");
      await choose(page, "order", "");
      assert.deepEqual(
        (await groups()).map(([, all]) => all),
        by(sections, "section", "title").map(([, all]) => all),
      );
    }));

  test("the address is the view: reload, back, forward, another reader", { skip: QUICK }, async () => {
    const record = records.find(it => it.admin_level && it.note_zh);
    const look = page =>
      page.evaluate(() => ({
        lang: document.documentElement.lang,
        fields: ["q", "category", "unit", "level", "order"].map(key => document.querySelector(`[name=${key}]`).value),
        cards: [...document.querySelectorAll(".card:not([hidden])")].map(card => card.id),
        at: document.querySelector(".card.at")?.id ?? null,
        hash: location.hash,
      }));
    let address, view;
    await open("", async page => {
      const views = [await look(page)];
      const step = async act => {
        await act();
        views.push(await look(page));
      };
      await step(() => page.click("text=中文"));
      await step(() => choose(page, "category", record.category));
      await step(() => choose(page, "level", record.admin_level));
      await step(() => choose(page, "order", "unit"));
      // Typing is one step back, not one for each letter.
      await step(() => page.locator("[name=q]").pressSequentially(record.title_zh.slice(-3)));
      await step(() => page.click(`[id="${record.id}"] .permalink`));
      assert.deepEqual(views.at(-1).fields, [record.title_zh.slice(-3), record.category, "", record.admin_level, "unit"]);
      assert.equal(views.at(-1).at, record.id);
      assert.equal(views.at(-1).lang, "zh-Hans");
      await page.reload();
      assert.deepEqual(await look(page), views.at(-1));
      for (const wanted of views.slice(0, -1).reverse()) {
        await page.goBack();
        await page.waitForFunction(hash => location.hash === hash, wanted.hash);
        await page.waitForTimeout(20);
        assert.deepEqual(await look(page), wanted, "back");
      }
      await page.goForward();
      await page.waitForTimeout(20);
      assert.deepEqual(await look(page), views[1], "forward");
      [address, view] = [views.at(-1).hash, views.at(-1)];
    });
    await open(address, async page => assert.deepEqual(await look(page), view));
    // A figure by its anchor, and from a view that does not show it.
    const other = records.find(it => it.category !== record.category);
    await open(`#${other.id}`, async page => {
      assert.equal((await look(page)).at, other.id);
      assert.deepEqual(await shown(page), ids(records));
      const [top, bottom] = await page.$eval(`[id="${other.id}"]`, card => [
        card.getBoundingClientRect().top,
        document.querySelector(".controls").getBoundingClientRect().bottom,
      ]);
      assert.ok(top >= bottom && top < bottom + 40, `the card is at ${top}, and the controls end at ${bottom}`);
    });
    await open(`#${other.id}&category=${record.category}`, async page => assert.ok((await shown(page)).includes(other.id)));
    await open(`#lang=zh&category=${record.category}`, async page => {
      await page.evaluate(id => {
        const link = document.createElement("a");
        link.href = "#" + id;
        document.body.append(link);
        link.click();
      }, other.id);
      assert.equal((await look(page)).at, other.id);
      assert.equal((await look(page)).lang, "zh-Hans");
      assert.ok((await shown(page)).includes(other.id));
    });
  });

  test("a hostile or wrong address does nothing", { skip: QUICK }, async () => {
    const bad = [
      "#category=nosuch&unit=%3Cscript%3Ealert(1)%3C/script%3E&level=__proto__&order=constructor&lang=xx",
      "#%",
      "#%E0%A4%A",
      "#=&=&&",
      "#__proto__",
      "#constructor&lang=constructor",
      "#lang=__proto__",
      "#category=foreign-trade%00",
      "#<img src=x onerror=alert(1)>",
      "#javascript:alert(1)",
      '#"]*{}',
      "#" + "a".repeat(100_000),
      "#order=" + encodeURIComponent('"><b>'),
    ];
    const check = async (page, address) => {
      assert.deepEqual(await shown(page), ids(records), address.slice(0, 80));
      assert.equal(await page.locator("script").count(), 2);
    };
    const words = ["<img src=x onerror=alert(1)>", "'\"><script>alert(1)</script>", "[", "\\", "(.*)+$", "%00", "${alert(1)}"];
    // Some are there when the page is opened, and all come when it is.
    for (const address of bad.slice(0, 4)) await open(address, page => check(page, address));
    await open("#q=" + encodeURIComponent(words[0]), async page => {
      for (const word of words) {
        await page.goto(`${url}#q=${encodeURIComponent(word)}`);
        assert.equal(await page.inputValue("[name=q]"), word);
        assert.equal(await page.locator("img, script:not(head script, body > script)").count(), 0);
        await fill(page, word + " ");
      }
      for (const address of bad) {
        await page.goto(url + address);
        await check(page, address);
      }
    });
  });

  /** Reads CSV as RFC 4180 has it. */
  const csv = text => {
    const rows = [[]];
    for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
      rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
      if (end !== ",") rows.push([]);
    }
    return rows.filter(row => row.length > 1);
  };

  test("CSV of what is shown", () =>
    open("", async page => {
      const download = async () => {
        const [file] = await Promise.all([page.waitForEvent("download"), page.click("#book\\:csv")]);
        assert.equal(file.suggestedFilename(), "metrics.csv");
        const text = read(await file.path());
        assert.ok(text.startsWith("\uFEFF"), "no byte order mark");
        assert.ok(text.endsWith("\r\n"), "the last line does not end with CRLF");
        return csv(text.slice(1));
      };
      // The columns of the table, as a reader may put the rows into it.
      const wanted = read(`${DATA}/metrics.tsv`)
        .trimEnd()
        .split("\n")
        .map(line => line.split("\t"));
      assert.deepEqual(await download(), wanted);
      const record = records.find(it => it.note?.includes(","));
      await choose(page, "category", record.category);
      await choose(page, "order", "unit");
      await page.click("text=中文");
      const order = await shown(page);
      const rows = await download();
      assert.deepEqual(rows[0], wanted[0]);
      assert.deepEqual(
        rows.slice(1),
        order.map(id => wanted.find(row => row[0] === id)),
      );
      assert.deepEqual(
        rows
          .slice(1)
          .map(row => row[0])
          .sort(),
        ids(records.filter(it => it.category === record.category)).sort(),
      );
      // What the tables do not have, another's may.
      const odd = 'a "quoted", word;\r\nand =a line \n';
      await page.$eval(".card:not([hidden]) [data-note]", (note, odd) => (note.textContent = odd), odd);
      const notes = (await download()).map(row => row[wanted[0].indexOf("note")]);
      assert.ok(notes.includes(odd), JSON.stringify(notes));
    }));

  test("citations are copied", { skip: QUICK }, () =>
    open("", async (page, context) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const card = page.locator(".card").first();
      await card.locator(".cite summary").click();
      for (const [button, from] of [
        ["Copy the citation", ".copied"],
        ["Copy BibTeX", "pre"],
      ]) {
        await card.locator(`text=${button}`).click();
        await card.locator("text=Copied").waitFor();
        assert.equal(await page.evaluate("navigator.clipboard.readText()"), await card.locator(from).textContent());
        await card.locator(`text=${button}`).waitFor();
      }
    }),
  );

  test("without JavaScript all is there to be read, in both languages, and anchors work", async () => {
    await open(
      "",
      async page => {
        const text = (await page.innerText("body")).replace(/\s+/g, " ");
        for (const record of records) {
          const { id } = record,
            parts = [
              record.title,
              record.title_zh,
              record.note,
              record.note_zh,
              record.obs_text,
              `metric ${id}.`,
              record.time_period,
            ];
          for (const part of parts.filter(Boolean)) assert.ok(text.includes(part), `${id}: ${part}`);
        }
        for (const term of [...categories, ...units, ...aggregates])
          for (const part of [term.about, term.about_zh]) assert.ok(text.includes(part), part);
        for (const row of exclusions) assert.ok(text.includes(`${row.text} §${row.section}, ${row.source_start}`), row.text);
        const unseen = await page.$$eval(".l", all =>
          all.filter(it => !it.closest(".js-only") && !it.checkVisibility()).map(it => it.outerHTML),
        );
        none(unseen, "passages that are not shown");
        for (const selector of [".controls", "[data-lang]", "[data-copy]"]) assert.ok(!(await visible(page, selector)), selector);
        assert.equal(await overflow(page), 0);
      },
      { javaScriptEnabled: false },
    );
    const { id } = records.at(-1);
    await open(
      `#${id}`,
      async page => {
        const top = () => page.$eval(`[id="${id}"]`, card => card.getBoundingClientRect().top);
        assert.ok((await top()) >= 0 && (await top()) < 900);
        await page.click("nav a");
        assert.equal(new URL(page.url()).hash, "#book:map");
        await page.click(".map td a");
        assert.ok(byId.has(new URL(page.url()).hash.slice(1)));
      },
      { javaScriptEnabled: false },
    );
  });

  test("nothing in the page refers to another place", () => {
    const html = read(BOOK);
    assert.match(html, /<meta http-equiv="Content-Security-Policy" content="default-src 'none';/);
    assert.deepEqual(
      html.match(
        /\b(?:src|href|action|srcset|poster)="(?!#|data:,)[^"]*"|@import|url\(|fetch\(|XMLHttpRequest|WebSocket|sendBeacon|\bimport\(/g,
      ),
      null,
    );
  });

  test("narrow: nothing sticks out, the map scrolls by itself, and targets can be hit", async () => {
    for (const [width, lang, javaScriptEnabled] of [
      [320, "en", true],
      [320, "zh", true],
      [320, "en", false],
      [360, "en", true],
      [768, "zh", true],
    ]) {
      await open(
        `#lang=${lang}`,
        async page => {
          if (javaScriptEnabled)
            await page.$$eval("details", all =>
              all.forEach(details => {
                details.open = true;
              }),
            );
          const out = await page.$$eval("main *, header *", all =>
            all
              .filter(
                it =>
                  it.checkVisibility() &&
                  !it.closest(".scroll, .vh, svg, .axis") &&
                  it.getBoundingClientRect().right > innerWidth + 1,
              )
              .map(it => it.outerHTML.slice(0, 120)),
          );
          none(out, `${width} px, ${lang}, ${javaScriptEnabled ? "with" : "without"} JavaScript`);
          assert.equal(await overflow(page), 0, `${width} px, ${lang}`);
          if (!javaScriptEnabled) return;
          const small = await page.$$eval(".map a, button, select, input, summary, nav a, .links a, .permalink, .facets a", all =>
            all
              .filter(it => it.checkVisibility())
              .map(it => {
                const { width, height } = it.getBoundingClientRect();
                return [Math.min(width, height), it.outerHTML.slice(0, 120)];
              })
              .filter(([size, html]) => size < (/^<a href="[^"]*" data-set/.test(html) ? 0 : 24))
              .map(String),
          );
          none(small, "too small to hit");
          const scroll = page.locator(".scroll");
          assert.ok(
            await scroll.evaluate(it => it.scrollWidth <= it.clientWidth || ((it.scrollLeft = 1e6), it.scrollLeft > 0)),
            "the map cannot be scrolled",
          );
          const cell = page.locator(".map td a").last();
          await cell.click();
          assert.ok((await shown(page)).length < records.length);
        },
        { viewport: { width, height: 740 }, javaScriptEnabled },
      );
    }
  });

  test("dark and light", { skip: QUICK }, async () => {
    const lightness = page =>
      page.evaluate(() =>
        [document.body, document.querySelector(".card")].map(it => {
          const [r, g, b] = getComputedStyle(it)
            .backgroundColor.match(/[\d.]+/g)
            .map(Number);
          return r + g + b;
        }),
      );
    await open("", async page => assert.ok((await lightness(page)).every(sum => sum > 700)), { colorScheme: "light" });
    await open("", async page => assert.ok((await lightness(page)).every(sum => sum < 130)), { colorScheme: "dark" });
  });

  test("on paper", () =>
    open("", async page => {
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      for (const selector of [".controls", "nav", ".cite", "[data-lang]"]) assert.ok(!(await visible(page, selector)), selector);
      assert.equal(await page.$eval("body", body => getComputedStyle(body).backgroundColor), "rgb(255, 255, 255)");
      const pdf = await page.pdf({ format: "A4" });
      assert.ok(pdf.length > 50_000, `${pdf.length} bytes`);
      if (PICTURES) writeFileSync(`${PICTURES}/book.pdf`, pdf);
    }));

  test("a thousand figures", { skip: QUICK }, async () => {
    // Each card many times over, under other ids.
    const html = read(BOOK);
    const times = Math.ceil(1000 / records.length);
    const many = html.replace(/<article[^]*?<\/article>/g, card =>
      Array.from({ length: times }, (_, i) => (i ? card.replace(/ id="([^"]*)"/, ` id="$1-${i}"`) : card)).join("\n"),
    );
    const path = `${BOOK}.thousand.html`;
    writeFileSync(path, many);
    await open(
      "",
      async page => {
        const time = await page.evaluate(() => {
          const start = performance.now();
          const field = document.querySelector("[name=q]");
          const order = document.querySelector("[name=order]");
          for (const letter of ["e", "en", "en ", "en a"]) {
            field.value = letter;
            field.dispatchEvent(new Event("input", { bubbles: true }));
          }
          order.value = "unit";
          order.dispatchEvent(new Event("input", { bubbles: true }));
          document.body.getBoundingClientRect();
          return performance.now() - start;
        });
        assert.ok(time < 4000, `${time} ms for five changes`);
        await page.click("text=Show all");
        assert.ok((await page.locator(".card:not([hidden])").count()) >= 1000);
        const { id } = records.at(-1);
        await page.evaluate(id => {
          location.hash = id;
        }, id);
        await page.waitForTimeout(200);
        assert.ok(
          await page.$eval(`[id="${id}"]`, card => Math.abs(card.getBoundingClientRect().top) < innerHeight / 2),
          "the last figure is not where its anchor leads",
        );
      },
      { url: pathToFileURL(path).href },
    );
  });

  for (const lang of ["en", "zh"])
    for (const colorScheme of ["light", "dark"]) {
      test(`axe: ${lang}, ${colorScheme}`, { skip: QUICK }, () =>
        open(
          `#lang=${lang}`,
          async page => {
            const run = async what => {
              await page.$$eval("details", all =>
                all.forEach(details => {
                  details.open = true;
                }),
              );
              const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
              const tell = ({ id, help, nodes }) =>
                nodes.slice(0, 5).map(({ html, failureSummary }) => `${id}: ${help}: ${html.slice(0, 160)}: ${failureSummary}`);
              assert.deepEqual(found.violations.flatMap(tell), [], what);
            };
            await page.evaluate(axe);
            await run("wide, all");
            // With marks of what is chosen.
            await choose(page, "category", records[0].category);
            await page.setViewportSize({ width: 360, height: 740 });
            await run("narrow, one category");
          },
          { colorScheme },
        ),
      );
    }

  if (PICTURES) {
    test("pictures to look at", async () => {
      for (const width of [1280, 360])
        for (const lang of ["en", "zh"])
          for (const colorScheme of ["light", "dark"]) {
            await open(
              `#lang=${lang}`,
              page => page.screenshot({ path: `${PICTURES}/${width}-${lang}-${colorScheme}.png`, fullPage: true }),
              { colorScheme, viewport: { width, height: 900 } },
            );
          }
    });
  }
});
