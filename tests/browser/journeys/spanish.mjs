export const name = 'spanish';
export const rows = ['R69'];
export const ways = ['touch'];

// Denise reads Beside in Spanish from the door to her page, and what she wrote
// in English stays as she wrote it.
export async function run(t) {
  const h = await t.person('', { lang: 'en-US' });
  await h.goto('/sign-in');
  await h.press('Español');
  await h.sees('Entrar');
  t.is(await h.page.getAttribute('html', 'lang'), 'es', 'the page says so');
  await h.type('Mi nombre', 'denise');
  await h.type('Mi contraseña', t.password);
  await h.press('Entrar');
  await h.goto('/account');
  const form = h.within(h.page.locator('form[action="/account/language"]'));
  await form.choose('Español');
  await form.press(/./);
  await h.goto('/me');
  t.is(await h.page.getAttribute('html', 'lang'), 'es', 'home is in Spanish');
  await h.sees('Hola, Denise');
  await h.seesNot('Talk to someone now');
  await h.look('home');
  await h.press('Mis visitas');
  await h.press('Dr. Rao');
  const visit = h.path();
  await h.goto(`${visit}/prepare/sleep`);
  await h.sees('dormi');
  await h.look('question');
  await h.goto(`${visit}/page`);
  await h.sees('To be awake by noon, so I can cook');
  await h.look('page');
  const sheet = await t.print(h.page, 'Letter');
  t.is(sheet.pages, 1, 'in Spanish too it is one sheet');
}
