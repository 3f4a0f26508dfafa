import { WIDTHS } from '../lib/checks.mjs';

export const name = 'every-page';
export const rows = [];
export const unseen = true;

const WHO = ['', 'denise', 'ruth', 'rao', 'karen', 'luis', 'ada'];

// One address stands for all of its kind: /me/visits/7 and /me/visits/9.
const kind = (path) => path.replace(/\/\d+(?=\/|$)/g, '/N')
  .replace(/\d{4}-\d\d-\d\d/g, 'DAY');

// Follow every link a person has: axe finds nothing in either colour scheme,
// nothing is too wide, nothing is refused or lost. In Spanish, whose words are
// longer, the page is only made as narrow as we promise.
async function follow(t, who, device, lang, base) {
  const page = await t.device({
    lang: device, base, width: lang === 'en' ? 390 : 320,
  });
  if (who) await t.signIn(page, who);
  if (who && lang === 'es') await t.speak(page, lang);
  const seen = new Set();
  const todo = who ? ['/'] : ['/', '/sign-in', '/kiosk', '/all-done'];
  while (todo.length) {
    const path = todo.shift();
    if (seen.has(kind(path))) continue;
    seen.add(kind(path));
    const answer = await page.goto(path);
    if (answer.status() !== 200) {
      t.fault(`${who || 'nobody'} ${path}`, `status ${answer.status()}`);
    }
    const spoken = await page.getAttribute('html', 'lang');
    if (spoken !== lang) t.fault(path, `speaks ${spoken}, not ${lang}`);
    await t.look(page, '', lang === 'en' ? WIDTHS : [320]);
    const links = await page.locator('a[href^="/"]').evaluateAll((all) =>
      all.map((a) => a.getAttribute('href').split('#')[0]));
    todo.push(...links.filter((l) => !/^\/s\/|\.pdf|\.json/.test(l)));
  }
  await page.context().close();
  return seen.size;
}

export async function run(t) {
  const counts = await t.inBothLanguages(async (device, lang, base) => {
    let pages = 0;
    for (const who of WHO) pages += await follow(t, who, device, lang, base);
    return pages;
  });
  t.ok(counts.every((n) => n > 30), `enough pages were seen: ${counts}`);
  console.log(`     ${counts.join(' and ')} kinds of page`);
}
