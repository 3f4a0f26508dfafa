// What must hold on every page, whoever looks at it and however.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { root, tempFile } from './program.mjs';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const shots = join(root, 'tests/shots');
mkdirSync(shots, { recursive: true });

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
  'best-practice'];
// From the narrowest we promise to the widest; and where a page breaks first.
export const WIDTHS = [320, 390, 768, 1920];
export const ENDS = [320, 1280];

// Sentences for each violation; axe stands in the page already. Every page has
// the same style sheet: it is read once.
let sheetIsRead = false;
async function violations(page, only) {
  const preload = !sheetIsRead;
  sheetIsRead = true;
  const found = await page.evaluate((o) => globalThis.axe.run(document, o), {
    preload,
    reporter: 'no-passes',
    runOnly: only ? { type: 'rule', values: only } :
      { type: 'tag', values: RULES },
  });
  return found.violations.map((v) =>
    `axe ${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160))
      .join(' | ')}`);
}

// What axe looks at, as words: elements, classes and roles, and whether there are
// words in them, not which. Two pages alike in this are alike to axe, in whatever
// language: that it is the right one is looked at elsewhere.
function bones() {
  const copy = document.documentElement.cloneNode(true);
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data } = walker.currentNode;
    walker.currentNode.data = data.trim() ? 'x' : '';
  }
  return copy.outerHTML.replace(/(value|content|href|action|src)="[^"]*"/g, '$1')
    .replace(/(lang|aria-label|title|alt|placeholder)="[^"]+"/g, '$1="x"')
    .replace(/\d+/g, 'N');
}

const looked = new Set();

// Whether axe finds anything; colours are looked at in both schemes.
export async function accessible(page) {
  const alike = createHash('sha256').update(await page.evaluate(bones))
    .digest('hex');
  if (looked.has(alike)) return [];
  looked.add(alike);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.evaluate(axe);
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page, ['color-contrast']);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((s) => `dark: ${s}`)];
}

// To be as wide as before still costs a layout: it is not asked for.
async function size(page, width, height) {
  if (page.viewportSize().width === width) return;
  await page.setViewportSize({ width, height });
}

// No sideways scroll at these widths, nor with letters twice as large; the
// viewport is put back.
export async function fits(page, widths) {
  const was = page.viewportSize();
  const faults = [];
  // As it stands comes last: each change of width costs a layout.
  const order = [...widths.filter((w) => w !== was.width),
    ...widths.filter((w) => w === was.width)];
  for (const width of order) {
    await size(page, width, was.height);
    const [plain, large] = await page.evaluate(() => ['', '200%'].map((size) => {
      const html = document.documentElement;
      html.style.fontSize = size;
      const px = html.scrollWidth - window.innerWidth;
      html.style.fontSize = '';
      return px;
    }));
    if (plain > 0) faults.push(`${plain} px too wide at ${width}`);
    if (large > 0) faults.push(`${large} px too wide at ${width}, large letters`);
  }
  await size(page, was.width, was.height);
  return faults;
}

// Title, one h1, a language, no name given twice, and no target too small to
// touch.
export async function shaped(page) {
  return page.evaluate(() => {
    const out = [];
    const heads = document.querySelectorAll('h1');
    if (heads.length !== 1) out.push(`${heads.length} h1`);
    if (!document.title.trim()) out.push('no title');
    if (!document.documentElement.lang) out.push('no lang');
    const names = [...document.querySelectorAll('[id]')].map((el) => el.id);
    names.filter((id, i) => names.indexOf(id) !== i)
      .forEach((id) => out.push(`two things are named ${id}`));
    const small = (el) => {
      const r = el.getBoundingClientRect();
      if (!r.width || !r.height || el.closest('p, td, th, li > span, .vh, .skip'))
        return false;
      return r.height < 43.5 || r.width < 24;
    };
    document.querySelectorAll('a[href], button, select, summary')
      .forEach((el) => {
        if (small(el)) out.push(`small target: ${el.outerHTML.slice(0, 120)}`);
      });
    return out;
  });
}

export async function shoot(page, name) {
  const was = page.viewportSize();
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({
        path: join(shots, `${name}-${width}-${colorScheme}.png`),
        fullPage: true,
      });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(was);
}

// Pages and text of a PDF, as poppler reads it.
export function readPdf(bytes) {
  const file = tempFile('page.pdf');
  execFileSync('tee', [file], { input: bytes, stdio: ['pipe', 'ignore', 'pipe'] });
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  const text = execFileSync('pdftotext', ['-layout', file, '-'],
    { encoding: 'utf8' });
  return {
    pages: Number(/^Pages:\s+(\d+)/m.exec(info)[1]),
    size: /^Page size:\s+(.*)$/m.exec(info)[1],
    text,
  };
}
