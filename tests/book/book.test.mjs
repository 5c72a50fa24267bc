// The data book in a real browser, held against the tables and against what `export` writes. `.ci/book` runs it.
//
// It knows no report: what is looked for is taken from the tables.
//
//   BOOK     the page
//   RECORDS  a file stem: `cargo run --features serde --example export -- json` in STEM.json, csv-excel in STEM.csv
//   DATA     the folder of the tables
//   MODULES  the folder in which playwright-core and axe-core are installed
//   CHROMIUM the browser
//   QUICK    leaves out what does not depend on the report; optional
//   PICTURES a folder for pictures of the page, to look at; optional

import assert from "node:assert/strict";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

const { BOOK, RECORDS, DATA, MODULES, CHROMIUM, PICTURES } = process.env;
const skip = Boolean(process.env.QUICK);
const require = createRequire(MODULES + "/");
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const read = path => readFileSync(path, "utf8");
const lines = name => read(`${DATA}/${name}.tsv`).trimEnd().split("\n");
const table = name => {
  const [head, ...rows] = lines(name).map(line => line.split("\t"));
  return rows.map(cells => Object.fromEntries(head.map((key, i) => [key, cells[i]])));
};
const records = JSON.parse(read(`${RECORDS}.json`));
const [categories, units, sections, exclusions, pairs, aggregates] = [
  "categories",
  "units",
  "sections",
  "exclusions",
  "pairs",
  "aggregates",
].map(table);
const report = Object.fromEntries(table("report").map(({ key, value }) => [key, value]));
const named = (rows, code) => rows.find(row => row.code === code);
const ids = rows => rows.map(row => row.id);
const byId = new Map(records.map(record => [record.id, record]));
const period = record => `${record.period_start}/${record.period_end}`;
const headlines = records
  .filter(it => it.headline)
  .sort((a, b) => a.headline - b.headline)
  .slice(0, 6);
// The facets, and what a record has of each.
const facets = {
  category: it => it.category,
  unit: it => it.unit,
  stat_type: it => it.stat_type,
  admin_level: it => it.admin_level,
  precision: it => it.precision,
  aggregate: it => it.aggregate,
  period,
};
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
  page.setDefaultTimeout(10_000);
  const wrong = [];
  page.on("pageerror", error => wrong.push(`error: ${error.message}`));
  page.on("console", message => options.console?.test(message.text()) || wrong.push(`console: ${message.text()}`));
  page.on("dialog", dialog => (wrong.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  context.on(
    "request",
    request => request.url().startsWith(url) || /^(data|blob):/.test(request.url()) || wrong.push(request.url()),
  );
  try {
    await page.goto(url + hash);
    await look(page, context);
    none(wrong, `the page at ${hash || "its start"} complained, or asked for more than itself`);
  } finally {
    await context.close();
  }
};

const shown = page => page.$$eval("tbody tr[id]:not([hidden])", rows => rows.map(row => row.id.replace("row:", "")));
const fill = (page, words) => page.fill("[name=search]", words);
const choose = (page, key, code) => page.selectOption(`[name=${key}]`, code);
const hash = page => page.evaluate("location.hash");
const at = id => `[id="${id}"]`;
const visible = (page, selector) => page.$eval(selector, element => element.checkVisibility());
const focused = page => page.evaluate("document.activeElement.id || document.activeElement.outerHTML.slice(0, 90)");
/** A list that must be empty; its first five are told. */
const none = (list, what) => assert.ok(list.length === 0, `${what}: ${list.slice(0, 5).join("\n")}`);
const same = (found, wanted, what) => assert.deepEqual([...found].sort(), [...wanted].sort(), what);
const overflow = page => page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
/** The text of an element in one language. */
const text = (page, selector, lang) =>
  page.$eval(
    selector,
    (element, lang) => {
      const copy = element.cloneNode(true);
      copy.querySelectorAll("i").forEach(it => it.lang === lang || it.remove());
      return copy.textContent.replace(/\s+/g, " ").trim();
    },
    lang,
  );

/** `38.77 billion`, `387.7亿` or `38 770 000 000` as an exact decimal; no digit may be lost. */
const ZEROS = { trillion: 12, billion: 9, million: 6, thousand: 3, 万亿: 12, 亿: 8, 万: 4 };
const exact = text => {
  const [, sign, whole, fraction = "", word] =
    /([−-]?)(\d[\d\u202F]*)(?:\.(\d+))?\s*(trillion|billion|million|thousand|万亿|亿|万)?/.exec(text);
  const zeros = ZEROS[word] || 0;
  const scaled = whole.replaceAll("\u202F", "") + fraction.padEnd(zeros, "0").slice(0, zeros);
  const rest = fraction.slice(zeros).replace(/0+$/, "");
  return (sign && "-") + scaled.replace(/^0+(?=\d)/, "") + (rest && "." + rest);
};
const width = ({ lower, upper, obs_value }) => (lower && upper ? ((upper - lower) / Math.abs(obs_value)) * 100 : Infinity);

describe("the data book", { concurrency: 2 }, () => {
  test("one file below 500 kB that refers to no other place", () => {
    assert.ok(statSync(BOOK).size < 500_000, `${statSync(BOOK).size} bytes`);
    const html = read(BOOK);
    assert.match(html, /<meta http-equiv="Content-Security-Policy" content="default-src 'none';/);
    // But for the links to the table of the crate, which are followed by readers only.
    const links =
      /\b(?:src|href|action|srcset|poster)="(?!#|data:,|[^"]*metrics\.tsv#L\d)[^"]*"|@import|url\(|fetch\(|XMLHttpRequest|\bimport\(/g;
    assert.deepEqual(html.match(links), null);
  });

  test("every row and card says what the tables say", () =>
    open("", async page => {
      assert.deepEqual(await shown(page), ids(records));
      const found = await page.evaluate(() => {
        const of = (root, lang) => {
          const copy = root.cloneNode(true);
          copy.querySelectorAll("i").forEach(it => it.lang === lang || it.remove());
          return copy;
        };
        const cells = (row, lang) => [...of(row, lang).children].map(cell => cell.textContent.replace(/[ \n]+/g, " ").trim());
        return [...document.querySelectorAll("tbody tr[id]")].map(row => {
          const card = document.getElementById(row.id.replace("row:", ""));
          return {
            rows: ["en", "zh"].map(lang => cells(row, lang)),
            cards: ["en", "zh"].map(lang => of(card, lang).textContent.replace(/[ \n]+/g, " ")),
            citations: ["en", "zh"].map(lang => of(card.querySelector(".citation"), lang).textContent.trim()),
            bibtex: card.querySelector("pre").textContent,
            line: Number(card.querySelector("[href*='#L']").hash.slice(2)),
            overlaps: [...card.querySelectorAll(".warn + .links a")].map(link => link.hash.slice(1)),
          };
        });
      });
      found.forEach(({ rows, cards, citations, bibtex, line, overlaps }, i) => {
        const record = records[i],
          { id } = record;
        const [category, unit, section] = [
          named(categories, record.category),
          named(units, record.unit),
          sections[record.section],
        ];
        const last = record.source_start + [...record.obs_text].length - 1;
        ["", "_zh"].forEach((zh, lang) => {
          const [title, value, precision, printed, kind, note] = rows[lang];
          assert.equal(title, record["title" + zh], id);
          assert.equal(note, record["note" + zh] ?? "", id);
          assert.equal(exact(value), record.obs_value, `${id}: ${value}`);
          assert.ok(precision && kind, id);
          assert.ok(printed.includes(record.period_end.slice(0, 4)), `${id}: ${printed}`);
          assert.equal(/[(（]/.test(printed), record.period_basis === "assumed", id);
          const aggregate = named(aggregates, record.aggregate);
          const parts = [
            record.title,
            record.title_zh,
            value,
            record.obs_text,
            period(record),
            category["name" + zh],
            section["title" + zh],
          ];
          const more = [aggregate?.["name" + zh], byId.get(record.of_metric)?.["title" + zh], note].filter(Boolean);
          for (const part of [...parts, ...more]) assert.ok(cards[lang].includes(part), `${id} does not say ${part}`);
        });
        // Cited in the language of the page, with the period and the day; the digest is for machines.
        const [en, zh] = citations;
        for (const part of [record.title, record.obs_text, report.source, `characters ${record.source_start} to ${last}`, id])
          assert.ok(en.includes(part), `${part} is not in ${en}`);
        assert.match(en, /, [^:]*\d{4}: .* Accessed \d{1,2} \p{L}+ \d{4}\.$/u);
        assert.ok(zh.startsWith(`${record.title_zh}（`) && zh.includes(`）：${record.obs_text}[DS]//${report.source_zh}`), zh);
        assert.match(zh, new RegExp(`第${record.source_start}—${last}字符\\[\\d{4}-\\d\\d-\\d\\d\\]`));
        assert.ok(!en.includes(report.sha256) && !zh.includes(report.sha256) && bibtex.includes(report.sha256), id);
        assert.equal(lines("metrics")[line - 1].split("\t")[0], id, "the line in the table");
        const wanted = pairs.filter(({ relation }) => relation === "may-overlap");
        same(
          overlaps,
          wanted.flatMap(({ metric, other }) => (metric === id ? [other] : other === id ? [metric] : [])),
          id,
        );
      });
    }));

  test("the first screen has the first six headlines, with period and note", async () => {
    for (const size of [
      { width: 1440, height: 900 },
      { width: 375, height: 740 },
    ])
      await open(
        "",
        async page => {
          const places = await page.$$eval(".headlines li", all =>
            all.map(it => [it.querySelector("a").hash.slice(1), it.innerText, it.getBoundingClientRect().bottom]),
          );
          assert.deepEqual(
            places.map(([id]) => id),
            ids(headlines),
          );
          for (const [id, told] of places)
            for (const part of [byId.get(id).title, byId.get(id).note ?? "", byId.get(id).period_end.slice(0, 4)])
              assert.ok(told.includes(part), `${id}: ${part}`);
          const inSight = places.filter(([, , bottom]) => bottom <= size.height).length;
          assert.ok(inSight >= Math.min(headlines.length, size.width > 1000 ? 6 : 2), `${inSight} in sight at ${size.width}`);
        },
        { viewport: size },
      );
  });

  test("links lead to what there is, before the script", () =>
    open(
      "",
      async page => {
        const [twice, dead] = await page.evaluate(() => {
          const all = [...document.querySelectorAll("[id]")].map(element => element.id);
          const links = [...document.querySelectorAll("a[href^='#']")].map(link => decodeURIComponent(link.hash.slice(1)));
          return [all.filter((id, i) => all.indexOf(id) < i), links.filter(id => !document.getElementById(id))];
        });
        none(twice, "ids that are there twice");
        none(dead, "links to nowhere");
      },
      { javaScriptEnabled: false },
    ));

  test("aggregates say what they come to, and of what", () =>
    open("", async page => {
      assert.equal(await page.locator(".totals > section").count(), aggregates.length);
      for (const { code, instances } of aggregates) {
        const told = await text(page, at(`aggregate:${code}`), "en");
        const members = records.filter(record => record.aggregate === code);
        same(await page.$$eval(`${at(`aggregate:${code}`)} li a`, all => all.map(it => it.hash.slice(1))), ids(members), code);
        const related = relation => pairs.some(pair => relation.test(pair.relation) && byId.get(pair.metric).aggregate === code);
        const overlap = related(/may-overlap/);
        assert.equal(told.includes("each counted once"), overlap, told);
        // What is exact and not counted twice, or counted as often as it happened, is the sum.
        const sum = members.reduce((sum, record) => sum + Number(record.obs_value), 0);
        const noun = overlap ? instances : named(units, members[0].unit).name;
        if (noun && !related(/within|contains/) && members.every(record => record.precision === "exact"))
          assert.ok(told.includes(`${sum} ${sum === 1 ? named(units, members[0].unit).name_singular : noun}`), told);
      }
    }));

  test("the numerals left out are listed, by reason", () =>
    open("", async page => {
      const found = await page.$$eval(".ledger", lists => lists.map(list => [...list.children].map(it => it.textContent.trim())));
      const reasons = [...new Set(exclusions.map(row => row.reason))];
      const line = row => [row.text, row.phrase, `§${row.section}, ${row.source_start}`].filter(Boolean).join(" ");
      same(
        found.map(String),
        reasons.map(of => String(exclusions.filter(row => row.reason === of).map(line))),
      );
    }));

  test("the map counts what there is, in the order of the tables, and leads to it", () =>
    open("", async page => {
      const seen = await page.evaluate(() =>
        [...document.querySelectorAll(".map [data-category], .map [data-unit]")].map(link => {
          link.click();
          const rows = [...document.querySelectorAll("tbody tr[id]:not([hidden])")].map(row => row.id.replace("row:", ""));
          const [kind, sum] = [link.parentElement.tagName, link.closest("tr").querySelector(".sum")?.textContent];
          const { hash } = location;
          return {
            ...link.dataset,
            kind,
            sum,
            hash,
            href: link.hash,
            rows,
            text: link.textContent,
            current: link.ariaCurrent,
            focus: document.activeElement.role,
          };
        }),
      );
      const used = (rows, key) => rows.map(row => row.code).filter(code => records.some(record => record[key] === code));
      assert.deepEqual(
        seen.filter(it => it.kind === "TH" && it.unit).map(it => it.unit),
        units.map(it => it.code),
      );
      assert.deepEqual(
        seen.filter(it => it.kind === "TH" && it.category).map(it => it.category),
        used(categories, "category"),
      );
      assert.equal(seen.filter(it => it.kind === "TD").length, new Set(records.map(it => `${it.category} ${it.unit}`)).size);
      for (const { category, unit, kind, sum, hash, href, rows, text, current, focus } of seen) {
        const wanted = records.filter(it => (!category || it.category === category) && (!unit || it.unit === unit));
        same(rows, ids(wanted), hash);
        assert.deepEqual([current, hash, focus], ["true", href, "status"], hash);
        if (kind === "TD") assert.ok(text.endsWith(String(wanted.length)), `${hash} says ${text}`);
        if (category && !unit) assert.equal(sum, String(wanted.length), category);
      }
      // A second click on the same shows all again.
      await page.locator(".map td a").last().click();
      assert.deepEqual(await shown(page), ids(records));
    }));

  test("inexact figures stand by the width of their interval, the others beside; ranks are listed", () =>
    open("", async page => {
      const inexact = records.filter(it => it.precision !== "exact" && it.stat_type !== "threshold");
      const seen = await page.$$eval(".chart li:not(.axis)", all =>
        all.map(it => {
          const [mark, track] = [it.querySelector(".track > span"), it.querySelector(".track")];
          return [it.querySelector("a").hash.slice(1), (mark.offsetLeft / track.clientWidth) * 100, parseFloat(mark.textContent)];
        }),
      );
      const closed = inexact.filter(it => width(it) < Infinity);
      same(
        seen.map(([id]) => id),
        ids(closed),
      );
      same(
        await page.$$eval("#book\\:widths > .links a", all => all.map(it => it.hash.slice(1))),
        ids(inexact.filter(it => width(it) === Infinity)),
      );
      const [low, high] = [Math.floor, Math.ceil].map((round, i) =>
        round(Math.log10(i ? Math.max(...closed.map(width)) : Math.min(...closed.map(width)))),
      );
      seen.forEach(([id, left, told], i) => {
        const wanted = width(byId.get(id));
        assert.ok(i === 0 || wanted * 1.000001 >= width(byId.get(seen[i - 1][0])), "not in order");
        assert.ok(Math.abs(told / wanted - 1) < 0.06, `${id}: ${told}, not ${wanted}`);
        assert.ok(Math.abs(left - ((Math.log10(wanted) - low) * 100) / Math.max(high - low, 1)) < 1, `${id} at ${left}`);
      });
      const ranks = records.filter(it => it.dimension === "rank");
      same(await page.$$eval(".ranks a", all => all.map(it => it.hash.slice(1))), ids(ranks));
    }));

  test("English and Chinese: one at a time, each marked as what it is", { skip }, async () => {
    const look = async (page, lang) => {
      assert.equal(await page.getAttribute("html", "lang"), lang);
      const [title, other] = lang === "en" ? [report.title, report.title_zh] : [report.title_zh, report.title];
      assert.equal(await page.title(), title);
      const all = await page.innerText("body");
      assert.ok(all.includes(title) && all.includes(other));
      const [own, second] = await page.$$eval(
        "h1 .title",
        (all, lang) => all.sort((a, b) => (b.lang === lang) - (a.lang === lang)).map(it => it.getBoundingClientRect().y),
        lang,
      );
      assert.ok(own < second, "the reader's own language comes first");
      const record = records.find(it => it.note);
      const notes = lang === "en" ? [record.note, record.note_zh] : [record.note_zh, record.note];
      assert.ok(all.includes(notes[0]) && !all.includes(notes[1]), "notes of the other language");
      assert.match(await page.innerText("[name=category] option"), lang === "en" ? /^all/ : /^全部/);
    };
    await open("", async page => {
      await look(page, "en");
      await page.check("[value=zh]");
      await look(page, "zh");
      assert.equal(await hash(page), "#lang=zh");
      await page.reload();
      await look(page, "zh");
      // Han characters outside a Chinese passage would be drawn with the glyphs of whatever the reader's system prefers.
      const unmarked = await page.evaluate(() => {
        document.documentElement.lang = "en";
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found = [];
        while (walk.nextNode()) {
          const { parentElement: parent, data } = walk.currentNode;
          if (
            /\p{Script=Han}/u.test(data) &&
            !parent.closest("script, option, .status") &&
            parent.closest("[lang]").lang !== "zh"
          )
            found.push(data);
        }
        return found;
      });
      none(unmarked, "Chinese that is not marked as Chinese");
    });
    await open("", page => look(page, "zh"), { locale: "zh-CN" });
    await open("#lang=en", page => look(page, "en"), { locale: "zh-CN" });
  });

  test("the fonts of Chinese passages are Chinese", { skip }, () =>
    open(
      "#lang=zh",
      async (page, context) => {
        const client = await context.newCDPSession(page);
        await client.send("DOM.enable");
        await client.send("CSS.enable");
        const { root } = await client.send("DOM.getDocument");
        for (const selector of ["tbody th i[lang=zh]", ".ledger b", "h1 [lang=zh]", "dialog h2 [lang=zh]"]) {
          const { nodeId } = await client.send("DOM.querySelector", { nodeId: root.nodeId, selector });
          const { fonts } = await client.send("CSS.getPlatformFontsForNode", { nodeId });
          assert.ok(
            fonts.every(font => / SC$/.test(font.familyName) || !/CJK/.test(font.familyName)),
            JSON.stringify(fonts),
          );
        }
        // The browser's tools read the file once more, and say so.
      },
      { console: /^Unsafe attempt to load URL file:/ },
    ),
  );

  test("search finds words, plurals, traditional characters, and figures as printed and as shown", { skip }, () =>
    open("", async page => {
      const record = records.find(it => it.note && it.keywords && /\w+s\b/.test(it.title) && it.value !== "1");
      const noun = /(?:^| )(\p{L}{3,}[^su])s\b/u.exec(record.title);
      const keywords = record.keywords.split(" ");
      const value = async lang => await text(page, `${at(`row:${record.id}`)} .value`, lang);
      const pairs = [...read(new URL("../../data/traditional.txt", import.meta.url)).trim()];
      const traditional = new Map(pairs.flatMap((c, i) => (i % 2 ? [[c, pairs[i - 1]]] : [])));
      const words = {
        "an English word": record.title.split(" ").sort((a, b) => b.length - a.length)[0],
        "a plural": noun && noun[1] + "s",
        "a singular": noun && noun[1],
        "a Chinese title": record.title_zh,
        "a title in traditional characters": [...record.title_zh].map(c => traditional.get(c) ?? c).join(""),
        "an English keyword": keywords.find(word => /^[A-Za-z]/.test(word)),
        "a Chinese keyword": keywords.find(word => /\p{Script=Han}/u.test(word)),
        "a word of a note": record.note.split(/[ ,.;]+/).sort((a, b) => b.length - a.length)[0],
        "words of a Chinese note": record.note_zh.slice(0, 5),
        "the figure as printed": record.obs_text,
        "the figure as shown": await value("en"),
        "the figure as shown in Chinese": await value("zh"),
        "all digits": record.obs_value,
        "a category": named(categories, record.category).name_zh,
        capitals: record.title.toUpperCase(),
        "full width": [...record.title]
          .map(c => (/[!-~]/.test(c) ? String.fromCodePoint(c.codePointAt(0) + 0xfee0) : c))
          .join(""),
        "two words in another order": record.title.split(" ").reverse().join(" "),
      };
      // Each word in turn: which rows are left, and what is said of it.
      const ask = asked =>
        page.evaluate(asked => {
          const field = document.querySelector("[name=search]");
          return asked.map(word => {
            field.value = word;
            field.dispatchEvent(new Event("input", { bubbles: true }));
            const rows = [...document.querySelectorAll("tbody tr[id]:not([hidden])")].map(row => row.id.replace("row:", ""));
            return [rows, document.querySelector(".missing").textContent, document.querySelector(".none").checkVisibility()];
          });
        }, asked);
      const asked = Object.entries(words).filter(([, word]) => word);
      const answers = await ask(asked.map(([, word]) => word));
      asked.forEach(([what, word], i) =>
        assert.ok(answers[i][0].includes(record.id), `${what}: ${word} does not find ${record.id}`),
      );
      // The first digits of a number find it, and others do not.
      const largest = records.reduce((a, b) => (Number(a.obs_value) < Number(b.obs_value) ? b : a));
      const [[title], [first], [last], [nothing, missing, isNone]] = await ask([
        record.title,
        largest.obs_value.slice(0, -1),
        largest.obs_value.slice(1),
        "no such words <b>",
      ]);
      assert.ok(title.length < records.length);
      assert.deepEqual([first.includes(largest.id), last.includes(largest.id)], [true, false], largest.obs_value);
      assert.deepEqual([nothing, missing, isNone], [[], "", true]);
      assert.match(await page.innerText("[role=status]"), /^0 of /);
      // What readers look for and the report does not print is said, by whichever name.
      for (const names of (report.not_printed ?? "").split("; ").filter(Boolean)) {
        const told = await ask(names.split(", ").map(name => name.toUpperCase()));
        assert.ok(
          told.every(([, missing]) => missing.includes(names.split(", ")[0])),
          names,
        );
      }
      await page.click("[type=reset]");
      assert.deepEqual(await shown(page), ids(records));
    }),
  );

  test("what an input method composes is searched for when it is there", { skip }, () =>
    open("", async (page, context) => {
      const client = await context.newCDPSession(page);
      const word = records[0].title_zh.slice(0, 2);
      await page.focus("[name=search]");
      for (const composed of ["q", "qz", "qzx"])
        await client.send("Input.imeSetComposition", { text: composed, selectionStart: 3, selectionEnd: 3 });
      assert.equal(await page.inputValue("[name=search]"), "qzx");
      assert.deepEqual([await shown(page), await hash(page)], [ids(records), ""], "filtered while composing");
      await client.send("Input.insertText", { text: word });
      const hits = await shown(page);
      assert.ok(hits.includes(records[0].id) && hits.length < records.length, String(hits));
    }),
  );

  test("filters by each facet and together; what is impossible is not offered", () =>
    open("", async page => {
      const offered = key =>
        page.$$eval(`[name=${key}] option`, all =>
          all
            .filter(it => it.value && !it.disabled && !it.hidden)
            .map(it => `${it.value} ${/[(（](\d+)[)）]$/.exec(it.textContent)[1]}`),
        );
      const counts = (key, rows) =>
        [...new Set(rows.map(facets[key]).filter(Boolean))].map(
          code => `${code} ${rows.filter(it => facets[key](it) === code).length}`,
        );
      for (const key of Object.keys(facets)) {
        if (!records.some(facets[key])) {
          assert.equal(await page.locator(`[name=${key}]`).count(), 0);
          continue;
        }
        same(await offered(key), counts(key, records), key);
        const views = await page.$eval(`[name=${key}]`, field =>
          [...field.options]
            .filter(option => option.value)
            .map(({ value }) => {
              field.value = value;
              field.dispatchEvent(new Event("input", { bubbles: true }));
              return [
                value,
                new URLSearchParams(location.hash.slice(1)).get(field.name),
                [...document.querySelectorAll("tbody tr[id]:not([hidden])")].map(row => row.id.replace("row:", "")),
              ];
            }),
        );
        for (const [code, hash, rows] of views) {
          same(rows, ids(records.filter(record => facets[key](record) === code)), `${key}=${code}`);
          assert.equal(hash, code);
        }
        await choose(page, key, "");
      }
      const record = records.find(it => records.some(other => other.category !== it.category && other.unit === it.unit));
      await choose(page, "category", record.category);
      const rows = records.filter(it => it.category === record.category);
      same(await offered("unit"), counts("unit", rows));
      same(await offered("stat_type"), counts("stat_type", rows));
      // Of the facet itself all others stay open.
      same(await offered("category"), counts("category", records));
      await choose(page, "unit", record.unit);
      same(await shown(page), ids(rows.filter(it => it.unit === record.unit)));
      await fill(page, record.title);
      assert.deepEqual(await shown(page), [record.id]);
      assert.equal(await page.innerText("[role=status]"), `1 of ${records.length} figures`);
    }));

  test("sorts by each column, up and down and back", { skip }, () =>
    open("", async page => {
      const order = list => units.findIndex(it => it.code === list.unit);
      const keys = {
        title: it => it.title,
        value: it => [order(it), Number(it.obs_value)],
        precision: it => [width(it)],
        period,
      };
      const compare = (a, b) =>
        Array.isArray(a) ? (a.map((x, i) => x - b[i] || 0).find(Boolean) ?? 0) : a.localeCompare(b, "en");
      for (const [key, of] of Object.entries(keys)) {
        const button = page.locator(`[data-sort=${key}] button`);
        for (const [sign, sort] of [
          [1, "ascending"],
          [-1, "descending"],
        ]) {
          await button.click();
          assert.equal(await page.getAttribute(`[data-sort=${key}]`, "aria-sort"), sort);
          const rows = (await shown(page)).map(id => of(byId.get(id)));
          rows.forEach((row, i) =>
            assert.ok(i === 0 || sign * compare(rows[i - 1], row) <= 0, `${key}, ${sort}: ${rows[i - 1]} before ${row}`),
          );
        }
        assert.equal(await hash(page), `#sort=-${key}`);
        await button.click();
        assert.deepEqual([await shown(page), await hash(page)], [ids(records), ""]);
      }
    }),
  );

  test("the address is the view: reload, back, forward, another reader", { skip }, async () => {
    const record = records.find(it => it.admin_level && it.note_zh);
    const look = page =>
      page.evaluate(() => ({
        lang: document.documentElement.lang,
        fields: [...document.querySelectorAll(".controls :is(input, select)")].map(it => it.value),
        rows: [...document.querySelectorAll("tbody tr[id]:not([hidden])")].map(row => row.id),
        open: document.querySelector("dialog[open]")?.id ?? null,
        hash: location.hash,
      }));
    let last;
    await open("", async page => {
      const views = [await look(page)];
      const step = async act => (await act(), views.push(await look(page)));
      await step(() => page.check("[value=zh]"));
      await step(() => choose(page, "category", record.category));
      await step(() => choose(page, "admin_level", record.admin_level));
      await step(() => page.click("[data-sort=value] button"));
      // Typing is one step back, not one for each letter.
      await step(() => page.locator("[name=search]").pressSequentially(record.title_zh.slice(-3)));
      await step(() => page.click(`${at(`row:${record.id}`)} a`));
      last = views.at(-1);
      assert.deepEqual([last.open, last.lang], [record.id, "zh"]);
      await page.reload();
      assert.deepEqual(await look(page), last);
      for (const wanted of views.slice(0, -1).reverse()) {
        await page.goBack();
        await page.waitForFunction(hash => location.hash === hash, wanted.hash);
        await page.waitForTimeout(20);
        assert.deepEqual(await look(page), wanted, "back");
      }
      await page.goForward();
      await page.waitForTimeout(20);
      assert.deepEqual(await look(page), views[1], "forward");
    });
    await open(last.hash, async page => assert.deepEqual(await look(page), last));
    // A figure by its id, before or behind the rest, and whatever view is behind it.
    const other = records.find(it => it.category !== record.category);
    for (const address of [`#${other.id}&lang=zh`, `#lang=zh&${other.id}`, `#lang=zh&${other.id}&category=${record.category}`])
      await open(address, async page => {
        const { open, lang, rows } = await look(page);
        assert.deepEqual([open, lang], [other.id, "zh"], address);
        assert.equal(rows.includes(`row:${other.id}`), !address.includes("category="), address);
        await page.keyboard.press("Escape");
        assert.match(await focused(page), address.includes("category=") ? /role="status"/ : /href=/);
      });
  });

  test("an address that asks for what is not there says so, is kept, and does no harm", { skip }, async () => {
    const bad = [
      "#category=nosuch&unit=%3Cscript%3Ealert(1)%3C/script%3E&admin_level=__proto__&sort=constructor&lang=xx",
      "#no-such-figure",
      "#%",
      "#%E0%A4%A",
      "#__proto__",
      "#constructor&lang=constructor",
      "#<img src=x onerror=alert(1)>",
      "#javascript:alert(1)",
      '#"]*{}',
      "#" + "a".repeat(100_000),
      "#sort=" + encodeURIComponent('"><b>'),
    ];
    const check = async (page, address) => {
      assert.deepEqual(await shown(page), ids(records), address.slice(0, 80));
      assert.ok(await visible(page, ".unknown"), address.slice(0, 80));
      assert.equal(await page.locator("script, img").count(), 3);
    };
    await open(bad[0], async page => {
      await check(page, bad[0]);
      const told = await page.innerText(".unknown");
      for (const part of ["category=nosuch", "sort=constructor", "lang=xx"]) assert.ok(told.includes(part), told);
      assert.equal(await hash(page), bad[0], "the address is kept");
      for (const address of bad.slice(1)) {
        await page.goto(url + address);
        await check(page, address);
      }
      // What is there of it is shown; the message goes with the next choice.
      await page.goto(`${url}#lang=zh&category=${records[0].category}&unit=nosuch`);
      same(await shown(page), ids(records.filter(it => it.category === records[0].category)));
      assert.match(await page.innerText(".unknown"), /unit=nosuch.*已略去/);
      assert.ok(
        await page.$eval(
          ".unknown",
          it => it.getBoundingClientRect().top >= 0 && it.getBoundingClientRect().bottom < innerHeight,
        ),
      );
      await choose(page, "category", "");
      assert.ok(!(await visible(page, ".unknown")));
      for (const word of [
        "<img src=x onerror=alert(1)>",
        "'\"><script>alert(1)</script>",
        "[",
        "\\",
        "(.*)+$",
        "%00",
        "1[(",
        "1%*\\",
      ]) {
        await page.goto(`${url}#search=${encodeURIComponent(word)}`);
        assert.equal(await page.inputValue("[name=search]"), word);
        await fill(page, word + " ");
        assert.equal(await page.locator("script, img").count(), 3);
      }
    });
  });

  test("by keyboard: few stops before the search, and the focus goes where the eye goes", { skip }, () =>
    open("", async page => {
      await page.keyboard.press("Tab");
      assert.match(await focused(page), /class="skip"/);
      let stops = 1;
      for (; (await focused(page)) !== "book:search"; stops++) {
        assert.ok(stops < 20, "too many stops before the search");
        await page.keyboard.press("Tab");
      }
      await page.reload();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      assert.equal(await focused(page), "book:search");
      // A card opens with the focus in it, keeps it, and gives it back.
      const { id, title } = records[0];
      await page.focus(`${at(`row:${id}`)} a`);
      await page.keyboard.press("Enter");
      assert.equal(await focused(page), `title:${id}`);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Escape");
      assert.deepEqual([await page.locator("dialog[open]").count(), await hash(page)], [0, ""]);
      assert.ok((await focused(page)).includes(`href="#${id}"`), "the focus is not back at the row");
      // So it is where the card was opened by the address.
      await page.goto(`${url}#${id}`);
      await page.locator(`${at(id)} .close`).press("Enter");
      assert.ok((await focused(page)).includes(`href="#${id}"`), await focused(page));
      await page.locator(".map td a").last().press("Enter");
      assert.match(await focused(page), /role="status"/);
      assert.ok(
        await page.$eval(
          "[role=status]",
          it => it.getBoundingClientRect().top >= 0 && it.getBoundingClientRect().bottom <= innerHeight,
        ),
      );
      await page.locator("[data-sort=title] button").press(" ");
      assert.equal(await page.getAttribute("[data-sort=title]", "aria-sort"), "ascending");
      // A click anywhere in a row opens its card; links in it lead on.
      await page.click("[type=reset]");
      await page.locator(`${at(`row:${id}`)} .note`).click();
      assert.ok(await visible(page, at(id)), title);
      await page.locator(`${at(id)} dd a[href^='#stat_type']`).click();
      assert.deepEqual(
        [await page.locator("dialog[open]").count(), await focused(page)],
        [0, `stat_type:${records[0].stat_type}`],
      );
    }),
  );

  test("CSV and JSON of what is shown, as `export` writes them", { skip }, () =>
    open("", async page => {
      const download = async form => {
        const [file] = await Promise.all([page.waitForEvent("download"), page.click(`[data-download=${form}]`)]);
        assert.equal(file.suggestedFilename(), `metrics.${form}`);
        return read(await file.path());
      };
      assert.equal(await download("csv"), read(`${RECORDS}.csv`));
      assert.equal(await download("json"), read(`${RECORDS}.json`));
      await choose(page, "category", records[0].category);
      await page.click("[data-sort=title] button");
      const rows = await shown(page);
      assert.deepEqual(ids(JSON.parse(await download("json"))), rows);
      assert.equal((await download("csv")).trim().split("\n").length, rows.length + 1);
      await fill(page, "no such words");
      assert.deepEqual(JSON.parse(await download("json")), []);
    }),
  );

  test("citations are copied, in the language of the page", { skip }, () =>
    open("#lang=zh&" + records[0].id, async (page, context) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const card = page.locator(at(records[0].id));
      const copied = () => page.evaluate("navigator.clipboard.readText()");
      await card.locator(".citation + button").click();
      await card.locator("text=已复制").waitFor();
      const citation = await copied();
      assert.ok(citation.startsWith(records[0].title_zh) && !citation.includes(records[0].title), citation);
      await card.locator("summary").click();
      await card.locator("pre + button").click();
      await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith("@misc{"));
    }),
  );

  test("without the script: the table is there, cards open by their address, and the language changes", { skip }, async () => {
    const { id, title, title_zh } = records.at(-1);
    await open(
      "",
      async page => {
        const all = await page.innerText("table.figures");
        for (const record of records) for (const part of [record.title, record.note]) assert.ok(all.includes(part ?? ""), part);
        for (const selector of [".controls", ".citation + button"])
          none(await page.$$eval(selector, all => all.filter(it => it.checkVisibility()).map(it => it.outerHTML)), selector);
        await page.click(`${at(`row:${id}`)} a`);
        assert.ok(await visible(page, at(id)));
        assert.ok((await page.innerText(at(id))).includes(records.at(-1).obs_text));
        await page.click(`${at(id)} .close`);
        assert.ok(!(await visible(page, at(id))));
        await page.check("[value=zh]");
        const zh = await page.innerText("table.figures");
        assert.ok(zh.includes(title_zh) && !zh.includes(title));
        await page
          .locator(".ledger")
          .first()
          .evaluate(it => it.closest("details").querySelector("summary").click());
        assert.ok(await visible(page, ".ledger"));
      },
      { javaScriptEnabled: false },
    );
  });

  test("narrow: nothing sticks out or looks empty, and targets can be hit", async () => {
    const sizes = [
      [320, "en"],
      [320, "zh"],
      [375, "en"],
      [768, "zh"],
      [1024, "en"],
      [1440, "en"],
    ];
    await open("", async page => {
      await page.$$eval("details", all => all.forEach(it => (it.open = true)));
      for (const [size, lang] of sizes) {
        await page.setViewportSize({ width: size, height: 740 });
        await page.check(`[value=${lang}]`);
        const out = await page.$$eval("body *", all =>
          all
            .filter(
              it =>
                it.checkVisibility() &&
                !it.closest(".vh, .skip, .map .unit") &&
                it.getBoundingClientRect().right > innerWidth + 1,
            )
            .map(it => it.outerHTML.slice(0, 120)),
        );
        none(out, `${size} px, ${lang}`);
        assert.equal(await overflow(page), 0, `${size} px, ${lang}`);
        const small = await page.$$eval(
          "button, select, input[type=search], summary, nav a, .links a, .map td a, label:has([type=radio])",
          all =>
            all
              .filter(it => it.checkVisibility() && Math.min(it.offsetWidth, it.getBoundingClientRect().height) < 23.5)
              .map(it => `${it.getBoundingClientRect().height} ${it.outerHTML.slice(0, 120)}`),
        );
        if (size < 1000) none(small, `too small to hit at ${size}`);
        // Where the map is a list its units are named, and there is no empty cell.
        if (size < 1000)
          assert.deepEqual(
            await page.$$eval(".map td", all => all.filter(it => it.checkVisibility() && !it.innerText.trim()).length),
            0,
          );
        if (size < 1000) assert.ok((await page.innerText(".map td a")).match(/\p{L}/u));
        await page.evaluate(id => (location.hash = id), records[0].id);
        await page.waitForSelector("dialog[open]");
        assert.ok(
          await page.$eval(
            "dialog[open]",
            it => it.scrollWidth <= it.clientWidth && it.getBoundingClientRect().right <= innerWidth,
          ),
          `the card at ${size}`,
        );
        await page.keyboard.press("Escape");
      }
    });
  });

  test("on paper: six pages at most, with numbers, whatever was open or dark", () =>
    open("", async page => {
      for (const lang of ["en", "zh"]) {
        await page.emulateMedia({ media: "screen" });
        await page.check(`[value=${lang}]`);
        await page.emulateMedia({ media: "print", colorScheme: "dark" });
        for (const selector of [".controls", "nav", ".skip", ".languages", ".citation + button"])
          assert.ok(!(await visible(page, selector)), selector);
        assert.equal(await page.$eval("body", body => getComputedStyle(body).backgroundColor), "rgb(255, 255, 255)");
        const pdf = await page.pdf({ preferCSSPageSize: true });
        const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
        assert.ok(pages <= 6, `${pages} pages in ${lang}`);
        if (PICTURES) writeFileSync(`${PICTURES}/book-${lang}.pdf`, pdf);
      }
      assert.match(read(BOOK), /@bottom-center \{ content: counter\(page\) " \/ " counter\(pages\)/);
      // What is folded away on the screen is on the paper.
      assert.ok(
        await page.$eval(".ledger", it => it.getBoundingClientRect().height > 0),
        "the numerals left out are not printed",
      );
    }));

  test("axe finds nothing, and each colour scheme has its own paper", { skip }, async () => {
    for (const lang of ["en", "zh"])
      for (const colorScheme of ["light", "dark"])
        await open(
          `#lang=${lang}`,
          async page => {
            const run = async what => {
              const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
              const tell = ({ id, help, nodes }) =>
                nodes.slice(0, 5).map(({ html, failureSummary }) => `${id}: ${help}: ${html.slice(0, 160)}: ${failureSummary}`);
              assert.deepEqual(violations.flatMap(tell), [], `${what}, ${lang}, ${colorScheme}`);
            };
            const papers = await page.$$eval("body, dialog", all =>
              all.map(it =>
                getComputedStyle(it)
                  .backgroundColor.match(/\d+/g)
                  .reduce((sum, part) => sum + Number(part), 0),
              ),
            );
            assert.ok(
              papers.every(sum => (colorScheme === "light" ? sum > 700 : sum < 130)),
              String(papers),
            );
            await page.evaluate(axe);
            // All cards are alike, and so are all rows; axe looks at what is hidden too.
            await page.$$eval("dialog", all => all.slice(1).forEach(it => it.remove()));
            await choose(page, "category", records[0].category);
            await page.$$eval("details", all => all.forEach(it => (it.open = true)));
            await run("wide");
            if ((lang === "en") !== (colorScheme === "light")) return;
            await page.setViewportSize({ width: 360, height: 740 });
            await run("narrow");
            await page.click(`${at(`row:${records[0].id}`)} a`);
            await run("a card");
          },
          { colorScheme },
        );
  });

  test("pictures to look at", { skip: !PICTURES }, async () => {
    for (const size of [1440, 1024, 768, 375])
      for (const lang of ["en", "zh"])
        for (const colorScheme of ["light", "dark"])
          await open(
            `#lang=${lang}`,
            page => page.screenshot({ path: `${PICTURES}/${size}-${lang}-${colorScheme}.png`, fullPage: true }),
            { colorScheme, viewport: { width: size, height: 900 } },
          );
  });
});
