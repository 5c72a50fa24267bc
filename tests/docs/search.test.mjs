// The search of the documentation, in a real browser: every metric, category and unit is found by each noun of its names, in both
// languages, and by each keyword. What a noun is in Chinese the browser's own dictionary says, and in English every word that does not
// only link others.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';

const { DOC, DATA, MODULES, CHROMIUM } = process.env;
const { chromium } = createRequire(`${MODULES}/`)('playwright-core');

const LINKING = new Set('a an and as at by for from in of on or per than the to with its'.split(' '));

function table(name) {
  const [head, ...rows] = fs.readFileSync(`${DATA}/${name}.tsv`, 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));
  return rows.map((row) => Object.fromEntries(head.map((column, i) => [column, row[i]])));
}

const english = (text) => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1 && !LINKING.has(word.toLowerCase()));

function chinese(text) {
  const words = new Intl.Segmenter('zh', { granularity: 'word' }).segment(text);
  return [...words].filter((word) => word.isWordLike && word.segment.length > 1).map((word) => word.segment);
}

const variant = (code) => code.split('-').map((word) => word[0].toUpperCase() + word.slice(1)).join('');
const words = (text) => text.split(' ').filter((word) => word);

// Each word, with the places that it must lead to.
const wanted = new Map();
function want(place, found) {
  for (const word of found) wanted.set(word, [...(wanted.get(word) ?? []), place]);
}
for (const row of table('metrics')) {
  const place = `struct.Metric.html#associatedconstant.${row.id.replaceAll('-', '_').toUpperCase()}`;
  want(place, [...english(row.title), ...chinese(row.title_zh), ...words(row.keywords)]);
}
for (const row of table('categories')) {
  want(`enum.Category.html#variant.${variant(row.code)}`, [...english(row.name), ...chinese(row.name_zh)]);
}
for (const row of table('units')) {
  want(`enum.Unit.html#variant.${variant(row.code)}`, [...english(row.name), ...chinese(row.name_zh), ...words(row.nouns)]);
}

let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
});
after(() => browser.close());

// Types the words one after the other, and gives the places that each finds.
async function search(page, list) {
  const found = new Map();
  await page.goto(`file://${DOC}/index.html`);
  await page.keyboard.press('s');
  for (const word of list) {
    await page.evaluate(() => document.querySelector('#search-tabs')?.remove());
    await page.fill('.search-input', word);
    await page.press('.search-input', 'Enter');
    // The answers come one after the other; each tab tells when it has all.
    await page.waitForFunction(() => document.querySelector('#search-tabs .count') && !document.querySelector('#search-tabs .loading'));
    assert.ok((await page.title()).startsWith(`"${word}"`), word);
    const links = await page.$$eval('#results a', (all) => all.map((a) => a.getAttribute('href')));
    found.set(word, links.map((link) => link.split('/').at(-1)));
  }
  return found;
}

const missing = (found) =>
  [...found].flatMap(([word, links]) => wanted.get(word).filter((place) => !links.includes(place)).map((place) => ({ word, place })));

test('everything is found by each noun of its names and each keyword', { timeout: 900_000 }, async () => {
  const list = [...wanted.keys()];
  assert.ok(list.length > 300, `only ${list.length} words`);
  assert.deepEqual(missing(await search(await browser.newPage(), list)), []);
  console.log(`${list.length} words, ${[...wanted.values()].flat().length} pairs of word and place`);
});

test('what new users looked for in vain', async () => {
  const list = ['imports', 'exports', 'taxes', 'company', 'school', 'doctors', 'pandemic', 'COVID', 'nucleic acid', 'acid tests',
    '核酸', '人才', '养老金', '外貿', '醫務人員', '第24位', '7538', '33'];
  for (const [word, links] of await search(await browser.newPage(), list)) {
    assert.ok(links.some((link) => link.startsWith('struct.Metric.html#associatedconstant.')), word);
  }
});

test('what the crate is for is found by other words than its names', async () => {
  const found = await search(await browser.newPage(), ['double counting', 'precision', 'uncertainty', 'interval', 'json', 'csv', '误差']);
  for (const [word, links] of found) assert.ok(/^(struct|enum)\./.test(links[0]), word);
});
