export const name = 'every-page';
export const rows = [];

const WHO = ['', 'denise', 'ruth', 'rao', 'karen', 'luis'];
const LANGS = [['en-US', 'en'], ['es-US', 'es']];

// One address stands for all of its kind: /me/visits/7 and /me/visits/9.
const kind = (path) => path.replace(/\/\d+(?=\/|$)/g, '/N')
  .replace(/\d{4}-\d\d-\d\d/g, 'DAY');

// Follow every link each person has, in both languages: axe finds nothing in
// either colour scheme, nothing is too wide, nothing is refused or lost.
export async function run(t) {
  for (const [device, lang] of LANGS) {
    for (const who of WHO) {
      const page = await t.device({ lang: device });
      if (who) await t.signIn(page, who);
      const seen = new Set();
      const todo = who ? [new URL(page.url()).pathname] : ['/', '/sign-in'];
      while (todo.length) {
        const path = todo.shift();
        if (seen.has(kind(path))) continue;
        seen.add(kind(path));
        const probe = await page.request.get(path);
        if (!/^text\/html/.test(probe.headers()['content-type'] || '')) continue;
        await page.goto(path);
        if (probe.status() !== 200) {
          t.fault(`${who || 'nobody'} ${path}`, `status ${probe.status()}`);
        }
        const spoken = await page.getAttribute('html', 'lang');
        if (!who && spoken !== lang) t.fault(path, `speaks ${spoken}`);
        await t.look(page);
        const links = await page.locator('a[href^="/"]').evaluateAll((all) =>
          all.map((a) => a.getAttribute('href').split('#')[0]));
        todo.push(...links.filter((l) => !/^\/(s|leave|sign-out)(\/|$)/.test(l)));
      }
      t.ok(seen.size > 0, `${who || 'nobody'} has pages`);
      await page.context().close();
    }
  }
}
