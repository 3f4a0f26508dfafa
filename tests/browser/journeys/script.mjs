export const name = 'script';
export const rows = [];

// The promises of beside.js on a page of the test's own, so that the server's
// answers can be chosen: Saved only after a 204; words that could not be sent
// are kept and come back; on a shared device nothing is kept; leaving fast.

const CSP = "default-src 'none'; style-src 'self'; script-src 'self'; " +
  "connect-src 'self'; form-action 'self'; require-trusted-types-for 'script'";

const page = (attributes, more = '') => `<!doctype html>
<html lang="en" ${attributes}><head><title>A page</title>
<script src="SCRIPT" defer></script></head><body>
<a data-exit href="/elsewhere">Leave fast</a>
<form method="post" action="/fixture" data-draft="page-7">
<input type="hidden" name="csrf" value="token-1">
<input type="hidden" name="once" value="once-1">
<label>Words <textarea name="words"></textarea></label>
<label><input type="radio" name="how" value="same">Same</label>
<label><input type="radio" name="how" value="harder">Harder</label>
<label>Secret <input type="password" name="secret"></label>
<p><span data-saved data-yes="Saved" data-busy="" data-wait="Kept here"
 data-no="Not saved yet">nothing</span></p><button>Send</button></form>
<button data-js data-read>Read</button><p data-readable>Hello there</p>
${more}</body></html>`;

async function open(t, attributes, answers, more) {
  const at = await t.device();
  const asked = [];
  await at.goto('/sign-in');
  const script = await at.getAttribute('script[src]', 'src');
  await at.route('**/fixture', (r) => r.fulfill({
    contentType: 'text/html', body: page(attributes, more).replace('SCRIPT', script),
    headers: { 'content-security-policy': CSP },
  }));
  await at.route(/\/(draft|leave|still|elsewhere|sign-out)$/, (r) => {
    const path = new URL(r.request().url()).pathname;
    asked.push([path, new URLSearchParams(r.request().postData() || '')]);
    const status = path === '/draft' ? answers.draft : 204;
    if (status === 0) return r.abort();
    if (path === '/elsewhere' || path === '/sign-out') {
      return r.fulfill({ contentType: 'text/html', body: '<title>w</title>' });
    }
    return r.fulfill({ status });
  });
  await at.goto('/fixture');
  return { at, asked, answers, said: () => at.innerText('[data-saved]') };
}

async function until(what, sentence) {
  for (let i = 0; i < 100; i++) {
    if (await what()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`not in ten seconds: ${sentence}`);
}

async function drafts(t) {
  const p = await open(t, 'data-who="d1"', { draft: 204 });
  await p.at.fill('[name=secret]', 'sesame');
  await p.at.fill('[name=words]', 'I sleep & dream');
  await p.at.check('[value=harder]');
  t.is(await p.said(), '', 'nothing is called saved while it is not');
  await until(async () => await p.said() === 'Saved', 'Saved after a 204');
  t.is(p.asked.length, 1, 'one draft for many changes');
  const sent = p.asked[0][1];
  t.is(sent.get('csrf'), 'token-1', 'the token goes along');
  t.is(sent.get('form'), 'page-7', 'the form is named');
  t.is(sent.get('fields'), 'words=I+sleep+%26+dream&how=harder',
    'fields without token, once or password');

  p.answers.draft = 401;
  await p.at.fill('[name=words]', 'second words');
  await until(async () => await p.said() === 'Kept here', 'kept when the session ended');
  await p.at.fill('[name=words]', 'third words');
  p.answers.draft = 0;
  p.at.on('dialog', (d) => d.accept()); // it warns, and we go anyway
  await p.at.reload();
  t.is(await p.at.inputValue('[name=words]'), 'third words', 'words come back');
  t.ok(await p.at.isChecked('[value=harder]'), 'choices come back');
  p.answers.draft = 204;
  await until(async () => await p.said() === 'Saved', 'sent when it can be');
  t.is(await p.at.evaluate(() => sessionStorage.length), 0, 'and kept no more');
}

async function shared(t) {
  const p = await open(t, 'data-who="d1" data-shared', { draft: 401 });
  await p.at.fill('[name=words]', 'mine');
  await until(async () => await p.said() === 'Not saved yet', 'says so');
  const left = await p.at.evaluate(() =>
    sessionStorage.length + localStorage.length + document.cookie.length);
  t.is(left, 0, 'a shared device keeps nothing');

  const nobody = await open(t, '', { draft: 204 });
  await nobody.at.fill('[name=words]', 'mine');
  await nobody.at.waitForTimeout(3000);
  t.is(nobody.asked.length, 0, 'nothing is sent while nobody is signed in');
  t.is(await nobody.at.evaluate(() => sessionStorage.length), 0,
    'and nothing is kept');
}

async function leaving(t) {
  const p = await open(t, 'data-who="d1"', { draft: 401 });
  await p.at.fill('[name=words]', 'mine');
  await until(async () => await p.said() === 'Kept here', 'kept');
  for (let i = 0; i < 3; i++) await p.at.keyboard.press('Shift');
  await p.at.waitForURL('**/elsewhere');
  await until(() => p.asked.some(([path, sent]) =>
    path === '/leave' && sent.get('csrf') === 'token-1'), 'the session ends');
  t.is(await p.at.evaluate(() => sessionStorage.length), 0, 'nothing stays');

  const q = await open(t, '', { draft: 204 });
  await q.at.keyboard.press('Shift');
  await q.at.keyboard.press('a');
  await q.at.keyboard.press('Shift');
  await q.at.keyboard.press('Shift');
  t.ok(q.at.url().endsWith('/fixture'), 'typing capitals does not leave');
  await q.at.click('[data-exit]');
  await q.at.waitForURL('**/elsewhere');
}

async function idle(t) {
  const more = `<dialog data-idle data-idle-seconds="1" data-grace-seconds="1">
<h2>Still there?</h2><button data-stay>I am here</button>
<form data-end method="post" action="/sign-out"></form></dialog>`;
  const p = await open(t, 'data-shared', { draft: 204 }, more);
  await p.at.waitForSelector('dialog[open]');
  await p.at.click('[data-stay]');
  t.ok(!(await p.at.isVisible('dialog')), 'one tap to stay');
  await until(() => p.asked.some(([path]) => path === '/still'), 'it tells');
  await p.at.waitForURL('**/sign-out', { timeout: 8000 });
}

async function aloud(t) {
  const p = await open(t, '', { draft: 204 });
  t.ok(await p.at.isVisible('[data-read]'), 'with script it is there');
  await p.at.evaluate(() => {
    globalThis.heard = [];
    speechSynthesis.speak = (u) => globalThis.heard.push([u.lang, u.text]);
  });
  await p.at.click('[data-read]');
  t.is(JSON.stringify(await p.at.evaluate(() => globalThis.heard)),
    '[["en","Hello there"]]', 'it reads what is marked, in its language');
  t.is(await p.at.getAttribute('[data-read]', 'aria-pressed'), 'true', 'says so');
}

export async function run(t) {
  t.outside = /\/elsewhere$/;
  await drafts(t);
  await shared(t);
  await leaving(t);
  await idle(t);
  await aloud(t);
}
