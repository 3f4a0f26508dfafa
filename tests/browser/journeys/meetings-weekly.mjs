import { day } from '../lib/program.mjs';

export const name = 'meetings-weekly';
export const rows = ['R43', 'R49', 'R50', 'R51', 'R63'];
export const ways = ['keys'];

// Who leads plans a meeting that is each week; her yes is for one of them, and
// one is called off.
export async function run(t) {
  const karen = await t.person('karen');
  await karen.goto('/today');
  await karen.within(karen.page.getByRole('region', { name: 'Team meetings' }))
    .press('See and plan');
  await karen.look('list');
  await karen.choose('ACT team');
  await karen.set('The day', day(3));
  await karen.set('Time', '15:30');
  await karen.choose('It is each week');
  await karen.press('Plan this meeting');
  await karen.sees('Please name a peer who is there.');
  await karen.choose('Ruth');
  await karen.choose('Luis');
  await karen.press('Plan this meeting');
  await karen.sees('Each week');
  await karen.sees('Who said yes to it, and to what, you do not see.');
  await karen.look('led');
  const third = karen.path();

  // All of them are hers to find. She says yes to one.
  const denise = await t.person('denise');
  await denise.goto('/me/meetings');
  const row = (n) => denise.page.locator(`a[href="/me/meetings/${n}"]`);
  const hrefs = await denise.page.locator('a[href^="/me/meetings/"]')
    .filter({ hasText: '3:30' })
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  t.is(hrefs.length, 4, 'four weeks are there');
  const second = hrefs[1].split('/').pop();
  await denise.press(row(second));
  await denise.sees('My yes is for this one only.');
  await denise.type('First thing', 'The heat.');
  await denise.choose('Luis');
  await denise.choose('My peer reads it');
  await denise.choose('The same day');
  await denise.choose('I read it here');
  await denise.look('one');
  await denise.press(/^\s*(Yes|I say yes)/);
  await denise.sees('I said yes.');
  await denise.goto('/me/meetings');
  t.is(await denise.page.getByText('I said yes').count() >= 1, true);
  await denise.goto(hrefs[2]);
  await denise.sees('Nothing is said about me here.');

  // One more each week: she named two, so nothing is said about her.
  await karen.goto(third);
  await karen.unfold();
  await karen.choose('Malik');
  await karen.choose('From now on, each week');
  await karen.press('Save who is there');
  await denise.goto(hrefs[1]);
  await denise.sees('Somebody I did not name is there: Malik.');

  // That one date is off; she finds it so, and her words are hers.
  await karen.goto(`/meetings/${second}`);
  await karen.press('Call off this one');
  await karen.sees('It is called off.');
  await denise.goto('/me/meetings');
  await denise.sees('Called off');
  await denise.look('off');
  await denise.press(row(second));
  await denise.sees('Nothing is said about me.');
  await denise.press('Take my yes back now');

  // And then it was the last one.
  await karen.goto(third);
  await karen.press('This is the last one');
  await karen.sees('Saved.');
  await karen.seesNot('Each week');
  await karen.goto('/meetings');
  t.is(await karen.page.getByText('3:30').count(), 1, 'only this one is left');
}
