export const name = 'kept';
export const rows = ['R69', 'R72'];
export const ways = ['plain'];

// What she sees is what is kept: an answer counts when it is said to be saved,
// and on "Stop for now"; a line she switched off is off, however she goes on.
export async function run(t) {
  const h = await t.person('denise');
  await h.press('My visits');
  await h.press('Dr. Rao'); // the one that is coming
  const visit = h.path();

  await h.goto(`${visit}/prepare/sleep`);
  await h.choose('Really well');
  await h.press('Stop for now');
  t.is(h.path(), '/me', 'stopping leads home');
  await h.goto(`${visit}/review`);
  await h.sees('Really well');

  await h.goto(`${visit}/page`);
  await h.sees('Heat broke');
  await h.press('Choose what is on it');
  await h.choose(/Heat broke/, false);
  await h.press('My page');
  t.is(h.path(), `${visit}/page`, 'the way back leads to her page');
  await h.seesNot('Heat broke');
  await h.press('Choose what is on it');
  t.is(await h.control(/Heat broke/, ['switch']).isChecked(), false,
    'the switch stays as she left it');
  await h.choose(/Heat broke/);
  if (t.way !== 'plain') { // with script she need not press anything
    await h.page.getByText('Saved', { exact: true }).waitFor();
    await h.goto(`${visit}/page`);
    await h.sees('Heat broke');
    await h.goto(`${visit}/prepare/sleep`);
    await h.choose('Badly');
    await h.page.getByText('Saved', { exact: true }).waitFor();
    await h.goto(`${visit}/review`);
    await h.sees('Badly');
  }
}
