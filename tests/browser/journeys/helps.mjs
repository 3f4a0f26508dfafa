export const name = 'helps';
export const rows = ['R58'];
export const ways = ['plain'];
export const hour = '21:30';

// Half past nine at night: Denise cannot sleep, opens what helps her, and uses
// "radio low". She copies what a peer signed, opens one line to José and closes it
// again; Ruth reads the line that is open to her and no other; a line goes onto the
// page of a visit when she turns it on.
export async function run(t) {
  const denise = await t.person('denise');
  await denise.goto('/me');
  await denise.press('What helps me');
  await denise.sees('Radio low');
  await denise.sees('When I cannot sleep');
  await denise.press('I used it Radio low');
  await denise.sees('I used it just now');
  await denise.look('mine');

  await denise.press('What helps peers');
  await denise.sees('From Malik');
  await denise.look('from-peers');
  await denise.press('Copy it to my list Walk round the block, twice');
  await denise.sees('When I am about to shout');

  await denise.press('Change or share Paint a mask');
  await denise.press('Open it to José');
  await denise.sees('José reads this one line, and not the others.');
  await denise.look('one');
  const jose = await t.person('jose');
  await jose.goto('/people');
  await jose.press('Denise');
  await jose.press('What helps Denise, as opened to you');
  await jose.sees('Paint a mask');
  await jose.seesNot('Radio low');
  await jose.look('near');
  const near = new URL(jose.page.url()).pathname;
  await denise.press('Close it to José');
  await jose.goto(near);
  await jose.seesNot('Paint a mask');

  const ruth = await t.person('ruth');
  await ruth.goto(near);
  await ruth.sees('Radio low');
  await ruth.seesNot('Paint a mask');
  await denise.goto('/me/seen');
  await denise.sees('one thing that helps me');

  // The page she takes along: her list is there, and off.
  await denise.goto('/me/visits');
  await denise.press('Dr. Meyer');
  const visit = new URL(denise.page.url()).pathname;
  // While she gets ready, the question of what helps shows her list to her alone.
  await denise.goto(`${visit}/prepare/helps`);
  await denise.sees('These are on my list already.');
  await denise.sees('Paint a mask');
  await denise.look('asked');
  await jose.goto(near.replace('people', 'with')
    .replace('/helps', `${visit.replace('/me', '')}/prepare/helps`));
  await jose.seesNot('Paint a mask');

  await denise.goto(`${visit}/page`);
  await denise.seesNot('Radio low');
  await denise.goto(`${visit}/page/lines`);
  await denise.choose('Radio low');
  await denise.press('See my page');
  await denise.sees('Radio low');

  await denise.goto('/me/helps/new');
  await denise.press('Save it');
  await denise.sees('Please write in a few words what helps.');
  await denise.type('What I do', 'Call my sister');
  await denise.press('Save it');
  await denise.sees('Call my sister');
  await denise.press('Change or share Call my sister');
  await denise.unfold();
  await denise.press('Yes, take it off');
  await denise.seesNot('Call my sister');

  await ruth.goto('/from-peers');
  await ruth.type('What I do', 'I tell Denise about it');
  await ruth.press('Sign it with my first name');
  await ruth.sees('There may be a name in it of somebody here.');
  await ruth.type('What I do', 'Cold water on my wrists');
  await ruth.press('Sign it with my first name');
  await ruth.sees('Cold water on my wrists');
  await ruth.look('sign');
  await ruth.press('Take it off the shelf Cold water on my wrists');
  await ruth.seesNot('Cold water on my wrists');
}
