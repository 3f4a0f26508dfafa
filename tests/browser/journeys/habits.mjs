export const name = 'habits';
export const rows = ['R66'];
export const ways = ['plain'];

// Denise has a habit of her choosing, with her own measure, and walks it with Ruth:
// both tap. José does not see it. A new one has no measure, for she picked none.
export async function run(t) {
  const denise = await t.person('denise');
  await denise.goto('/me/helps');
  await denise.press('Small habits of mine');
  await denise.sees('Walk to the river');
  await denise.sees('Ruth did it too');
  await denise.press('I did it today Walk to the river');
  await denise.sees('Done today. Take it back');
  await denise.look('list');
  await denise.press('Change or share Walk to the river');
  await denise.type('Today', 'A heron');
  await denise.press('I did it today');
  await denise.sees('A heron');

  const ruth = await t.person('ruth');
  await ruth.goto('/people');
  await ruth.press('Denise');
  await ruth.press('A small habit Denise walks with you');
  await ruth.sees('A heron');
  await ruth.press('I did it too, today');
  await ruth.sees('You did it today. Take it back');
  await ruth.look('together');
  const together = new URL(ruth.page.url()).pathname;
  const jose = await t.person('jose');
  await jose.goto(together);
  await jose.seesNot('Walk to the river');

  await denise.press('Change or share Walk to the river');
  await denise.press('Close it to Ruth');
  await denise.sees('Ruth does not see it.');
  await denise.look('one');
  await ruth.goto(together);
  await ruth.seesNot('Walk to the river');

  await denise.goto('/me/habits');
  await denise.press('Choose a habit');
  await denise.press('Save it');
  await denise.sees('Please write in a few words what the habit is.');
  await denise.seesNot('weight');
  await denise.type('What I want to do', 'Sing in the morning');
  await denise.press('Save it');
  await denise.press('I did it today Sing in the morning');
  await denise.press('Done today. Take it back Sing in the morning');
  await denise.press('Change or share Sing in the morning');
  await denise.unfold();
  await denise.press('Yes, let it go');
  await denise.seesNot('Sing in the morning');
}
