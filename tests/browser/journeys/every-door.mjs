export const name = 'every-door';
export const rows = [];

// Pages that no link leads to, in both languages: what is not there, not for
// one, or was filled in wrong; and what a reader outside sees, from the door of
// a link to the page behind it.
async function seen(t, page, lang, status, answer) {
  t.is(answer.status(), status, `${page.url()} answers`);
  t.is(await page.getAttribute('html', 'lang'), lang, `${page.url()} speaks`);
  await t.look(page);
}

const send = (t, page, form) => t.go(page, () => page.locator(form)
  .getByRole('button').first().click());

async function refused(t, page, lang) {
  await page.goto('/sign-in');
  await page.fill('[name=name]', 'denise');
  await page.fill('[name=password]', 'not this one');
  await seen(t, page, lang, 422, await send(t, page, 'form[action="/sign-in"]'));
  await page.goto('/kiosk');
  await page.fill('[name=code]', 'abcdefgh');
  await seen(t, page, lang, 422, await send(t, page, 'form[action="/kiosk"]'));
  await seen(t, page, lang, 404, await page.goto('/nowhere'));
}

async function missing(t, page, lang) {
  await seen(t, page, lang, 403, await page.goto('/people'));
  await seen(t, page, lang, 404, await page.goto('/me/visits/999999'));
  for (const form of ['/me/visits/add', '/me/circle', '/me/sharing/new']) {
    await page.goto(form);
    const button = page.locator('main form .btn, main form .btn--big').last();
    await seen(t, page, lang, 422, await t.go(page, () => button.click()));
  }
}

// She makes a link; gives its door and its code.
async function link(t, page) {
  await page.goto('/me/visits');
  const visit = await page.locator('a.item[href^="/me/visits/"]')
    .last().getAttribute('href');
  const all = await page.locator('a[href^="/me/visits/"]').evaluateAll((links) =>
    links.map((a) => a.getAttribute('href'))
      .filter((h) => /^\/me\/visits\/\d+$/.test(h)));
  for (const at of new Set([...all, visit])) {
    await page.goto(`${at}/page`);
    const yes = page.locator(`form[action="${at}/page"]`);
    if (!await yes.count()) continue;
    await t.go(page, () => yes.getByRole('button').click());
    await page.goto(`${at}/page/share`);
    await page.fill('[name=name]', 'Dr. Stone');
    await send(t, page, `form[action="${at}/page/link"]`);
    await t.look(page);
    return { door: (await page.content()).match(/\/l\/[0-9a-z]+/)[0],
      code: (await page.locator('.code').innerText()).replace(/\D/g, '') };
  }
  throw new Error('no page of hers can be approved');
}

async function behind(t, page, lang, { door, code }) {
  await seen(t, page, lang, 200, await page.goto(door));
  await page.fill('[name=code]', code === '111111' ? '222222' : '111111');
  await seen(t, page, lang, 200, await send(t, page, `form[action="${door}"]`));
  await page.fill('[name=code]', code);
  await send(t, page, `form[action="${door}"]`);
  t.ok(new URL(page.url()).pathname.startsWith('/shared/'), 'the page is open');
  await t.look(page);
  const answer = page.locator('form[action^="/shared/"]');
  await seen(t, page, lang, 422, await t.go(page, () =>
    answer.getByRole('button').last().click()));
  const other = await page.context().browser().newContext({
    baseURL: new URL(page.url()).origin, locale: `${lang}-US` });
  const elsewhere = await other.newPage();
  await elsewhere.goto(door);
  await elsewhere.fill('[name=code]', code);
  await send(t, elsewhere, `form[action="${door}"]`);
  await t.look(elsewhere);
  await other.close();
}

export async function run(t) {
  await t.inBothLanguages(async (device, lang, base) => {
    const nobody = await t.device({ lang: device, base });
    await refused(t, nobody, lang);
    const denise = await t.device({ lang: device, base });
    await t.signIn(denise, 'denise');
    await t.speak(denise, lang);
    await missing(t, denise, lang);
    await behind(t, nobody, lang, await link(t, denise));
  });
}
