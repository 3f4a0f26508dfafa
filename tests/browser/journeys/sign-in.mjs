export const name = 'sign-in';
export const rows = [];

// In with the right password, not with a wrong one; what was typed stays; out
// again, and Back shows nothing.
export async function run(t) {
  const page = await t.device();
  await page.goto('/');
  await t.look(page, 'door');

  await page.goto('/sign-in');
  await page.fill('[name=name]', 'denise');
  await page.fill('[name=password]', 'not this one');
  const refused = await t.go(page, () =>
    page.press('[name=password]', 'Enter'));
  t.ok(refused.status() >= 400, 'a wrong password is refused');
  t.is(await page.inputValue('[name=name]'), 'denise', 'the name is kept');
  t.is(await page.inputValue('[name=password]'), '', 'the password is not');
  await t.look(page, 'wrong');

  await t.signIn(page, 'denise');
  await page.goto('/me');
  await t.sees(page, 'Denise');
  await t.look(page, 'home');

  await t.press(page, 'Sign out');
  await t.seesNot(page, 'Carter');
  await page.goBack();
  await page.waitForLoadState();
  t.ok(!(await t.text(page)).includes('Hello, Denise'), 'Back shows nothing');
  const answer = await page.goto('/me');
  t.ok(new URL(page.url()).pathname.startsWith('/sign-in') ||
    answer.status() === 401, 'her page asks who it is');

  const plain = await t.device({ script: false });
  await t.signIn(plain, 'denise');
  await plain.goto('/me');
  await t.sees(plain, 'Denise');

  const keys = await t.device({ wide: true });
  await keys.goto('/sign-in');
  await t.tabTo(keys, 'My name');
  await keys.keyboard.type('denise');
  await t.tabTo(keys, 'My password');
  await keys.keyboard.type(t.password);
  await t.keyTo(keys, 'Sign in');
  await keys.goto('/me');
  await t.sees(keys, 'Denise');
}
