export const name = 'glass';
export const rows = ['R103'];
export const ways = ['touch'];

// No colleague can walk with her: she is not led to ask for it.
async function nobodyWalks(t, lena) {
  await lena.goto('/me/peers');
  await lena.sees('I work here too, so my things are closed');
  await lena.seesNot('Who may it be?');
  await lena.look('no-peer');
  await lena.press('I can say yes to someone myself');
  await lena.sees('not who leads the program and not who keeps the accounts');
  await lena.seesNot('Those who keep the accounts see my name');
  await lena.press('Say yes to someone');
  await lena.sees('Ruth Bell');
  await lena.seesNot('Lena Fischer');
}

// Whatever page a colleague asks for at her address, she is told.
async function isTold(t, karen, lena) {
  const id = await karen.page.locator('#f-colleague option',
    { hasText: 'Lena Fischer' }).getAttribute('value');
  const ruth = await t.person('ruth');
  const answer = await ruth.goto(`/people/${id}/hard-times`);
  t.is(answer.status(), 404, 'a colleague finds nothing');
  await ruth.seesNot('Lena');
  await lena.goto('/me/seen');
  await lena.sees('Ruth tried to open my first name. It stayed closed.');
}

// Lena works here and is served here. Karen fears for her and asks; Dolores
// agrees; both see how to reach her, and Lena reads who, why and each look.
export async function run(t) {
  const karen = await t.person('karen');
  await karen.goto('/today');
  await karen.press('A colleague in an emergency');
  await karen.press('Ask a second one to agree');
  await karen.sees('Please choose a colleague.');
  await karen.look('ask');
  await karen.pick('Who it is about', 'Lena Fischer');
  await karen.type('Why, in one sentence', 'No word since Monday');
  await karen.press('Ask a second one to agree');
  await karen.sees('Waits for a second one until');
  await karen.look('waits');

  const lena = await t.person('lena-served');
  await lena.sees('Karen asked to see how to reach me.');
  await lena.sees('I work here too, so my things are closed');
  await lena.look('home');
  await nobodyWalks(t, lena);
  await isTold(t, karen, lena);

  const dolores = await t.person('dolores');
  await dolores.goto('/today');
  await dolores.press('A second one is asked for');
  await dolores.sees('No word since Monday');
  await dolores.look('agree');
  await dolores.press('I agree: open it for 4 hours');
  await dolores.press('See how to reach Lena Fischer');
  await dolores.sees('Word may go to My brother Jonas.');
  await dolores.look('open');

  await lena.goto('/me');
  await lena.press('Karen and Dolores can see how to reach me');
  await lena.sees('Dolores agreed');
  await lena.sees('No word since Monday');
  await lena.sees('Dolores saw how to reach me');
  await lena.sees('No second one agreed by');
  await lena.look('told');

  await karen.goto('/glass');
  await karen.press('Close it now');
  await karen.seesNot('Close it now');
  await dolores.goto('/glass');
  await dolores.seesNot('See how to reach');
  await lena.goto('/me/seen');
  await lena.sees('Both could see my name');
}
