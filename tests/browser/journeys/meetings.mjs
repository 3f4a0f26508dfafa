import { day } from '../lib/program.mjs';

export const name = 'meetings';
export const rows = ['R49', 'R50', 'R51', 'R53', 'R54', 'R64'];
export const ways = ['touch'];

// 12:00 of Ruth's day: the team meets. Who said yes stands there with what may
// be said; for others there is no permission. Denise says yes, takes it back,
// and is gone from the page the next moment.
export async function run(t) {
  const ruth = await t.person('ruth');
  await ruth.goto('/meetings');
  await ruth.set('The day', day(3));
  await ruth.choose('Luis');
  await ruth.press('Plan this meeting');
  await ruth.sees('Nobody said yes to this meeting.');
  await ruth.sees('No permission to speak about');
  await ruth.look('nobody');
  const at = new URL(ruth.page.url()).pathname;
  const id = at.split('/').pop();

  const denise = await t.person('denise');
  await denise.goto(`/me/meetings/${id}`);
  await denise.sees('Nothing is said about me here.');
  await denise.type('First thing', 'My job interview');
  await denise.type('Not this', 'What I take');
  await denise.press('I say yes to this');
  await denise.sees('Please choose');
  await denise.choose('Nurse Okafor');
  await denise.choose('Malik');
  await denise.choose('I am not there. My peer speaks for me.');
  await denise.press('I say yes to this');
  await denise.sees('Somebody I did not name is there: Luis');
  await denise.look('not-all');
  await ruth.goto(at);
  await ruth.seesNot('My job interview');

  await denise.choose('Luis');
  await denise.press('I say yes to this');
  await denise.sees('It ends by itself after');
  await ruth.goto(at);
  await ruth.sees('My job interview');
  await ruth.sees('Chose not to be there. You speak.');
  await ruth.look('agenda');

  // R64: small, in her words, for the pocket of who speaks.
  await ruth.press('On a small paper');
  await ruth.sees('I want this said');
  await ruth.sees('I do not want this said');
  await ruth.sees('What I take');
  await ruth.look('paper');

  // Others at the table do not read it here.
  const malik = await t.person('malik');
  await malik.goto(at);
  await malik.seesNot('My job interview');
  await malik.seesNot('Denise');

  await denise.press('Take my yes back now');
  await denise.sees('Nothing is said about me here.');
  await ruth.goto(at);
  await ruth.seesNot('My job interview');

  // What was said last week came back.
  await denise.goto('/me/meetings');
  await denise.sees('Luis will be at the building on Saturday.');
  await denise.look('back');
  await denise.press('I heard it');
  await denise.sees('Heard');
  await denise.sees('Only I see this.');

  // Whom it is about cannot find it.
  await denise.press('Be there for me');
  await denise.choose('Ruth');
  await denise.type('In my words, if I like', 'He talked over me');
  await denise.press('Ask for this');
  await denise.look('be-there');
  await ruth.goto('/be-there');
  await ruth.sees('He talked over me');
  await ruth.goto(at);
  await ruth.press('Call it off');
  await ruth.sees('It is called off.');
  await denise.goto(`/me/meetings/${id}`);
  await denise.sees('This meeting is called off.');
  for (const who of ['meyer', 'rao', 'malik']) {
    const other = await t.person(who);
    await other.goto('/be-there');
    await other.seesNot('He talked over me');
  }
}
