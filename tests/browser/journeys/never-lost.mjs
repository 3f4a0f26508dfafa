export const name = 'never-lost';
export const rows = [];
export const ways = ['touch', 'plain'];

const WORDS = 'I dreamt of my mother’s kitchen & <rice>';

async function until(what, sentence) {
  for (let i = 0; i < 100; i++) {
    if (await what()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`not in ten seconds: ${sentence}`);
}

// With script, before anything is sent.
async function keptAsSheTypes(t, h, before) {
  await h.type('My words', WORDS);
  await until(async () => (await h.page.innerText('[data-saved]')) ===
    'Kept as a draft', 'kept as a draft');
  await h.page.reload();
  t.is(await h.page.inputValue('[name=words]'), WORDS, 'a reload keeps them');
  const other = await t.person('denise', { wide: true });
  await other.goto('/me/words');
  t.is(await other.page.inputValue('[name=words]'), WORDS,
    'they are there on another device');
  await other.goto('/me');
  await other.sees(before.slice(0, 20));
}

// A draft is filled in whole, with whom it is about, also in a form that goes to
// another address than its page has.
async function keptWhole(t) {
  const ruth = await t.person('ruth');
  const kept = () => until(async () => (await ruth.page.request
    .get(`${t.base}/contacts/log`).then((a) => a.text())).includes('value="35"'),
    'the minutes are kept');
  const chosen = () => ruth.page.locator('[name=who]:checked + span').innerText();
  await ruth.goto('/people');
  await ruth.press('Denise');
  await ruth.press('Log a contact');
  t.is(await chosen(), 'Denise', 'it is about whom the page was of');
  await ruth.within(ruth.page.getByRole('group', { name: 'Just being together' }))
    .choose('Other');
  await ruth.type('Minutes of just being together', '35');
  await kept();
  await ruth.goto('/contacts/log');
  t.is(await chosen(), 'Denise', 'a draft knows whom it is about');
  await ruth.goto('/people');
  await ruth.press('Ana');
  await ruth.press('Log a contact');
  t.is(await chosen(), 'Denise', 'also from the page of somebody else');
  await ruth.sees('It is about Denise.');

  await ruth.goto('/promised');
  const why = () => ruth.page.locator('form [name=why]').first();
  await ruth.within(ruth.page.locator('details').filter({ hasText: 'Say how it went' })
    .first()).unfold();
  await ruth.type(why(), 'We said Friday');
  await until(async () => (await ruth.page.request.get(`${t.base}/promised`)
    .then((a) => a.text())).includes('value="We said Friday"'), 'the word is kept');
  await ruth.page.reload();
  t.ok(await why().isVisible(), 'what was typed is unfolded');
}

// Pain 3 of docs/pains.md. What is typed is never lost: not by a reload, not by another device, not by
// a session that ended meanwhile; and "Saved" is said when it is.
export async function run(t) {
  const h = await t.person('denise');
  await h.goto('/me/words');
  const before = await h.page.inputValue('[name=words]');
  if (t.way !== 'plain') {
    await keptAsSheTypes(t, h, before);
    await keptWhole(t);
  }

  // The session ends behind her back; the form is sent all the same.
  await h.type('My words', `${WORDS}!`);
  await h.page.context().clearCookies();
  await h.press('These are my words');
  t.ok(h.path().startsWith('/sign-in'), 'it asks who she is');
  await h.type('My name', 'denise');
  await h.type('My password', t.password);
  await h.press('Sign in');
  await h.goto('/me/words');
  t.is(await h.page.inputValue('[name=words]').then((v) =>
    v.startsWith(WORDS)), true, 'her words are still there');
  await h.press('These are my words');
  await h.sees(WORDS);

  // Sent twice, it counts once.
  await h.goto('/me/circle');
  await h.type('Name', 'Rosa Twice');
  await h.type('Who this is for me', 'my sister');
  const form = await h.page.locator('form[action="/me/circle"]')
    .evaluate((f) => new URLSearchParams(new FormData(f)).toString());
  const send = () => h.page.request.post('/me/circle', {
    data: form, maxRedirects: 0,
    headers: { 'content-type': 'application/x-www-form-urlencoded',
      origin: t.base, 'sec-fetch-site': 'same-origin' },
  });
  const answers = [await send(), await send()];
  answers.forEach((a) => t.ok(a.status() < 400, 'both are answered well'));
  await h.goto('/me/circle');
  t.is(await h.page.locator('.item__t', { hasText: 'Rosa Twice' }).count(), 1,
    'sent twice, it counts once');
}
