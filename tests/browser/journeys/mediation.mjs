export const name = 'mediation';
export const rows = ['R42', 'R45', 'R46'];
export const ways = ['touch'];

// Denise opens two sides with Luis, and Ruth helps. Each says yes to their own
// words; the clinic's words are explained under Luis's. What they agree is done
// by somebody, and she says whether it helped. Then she ends it, and no word of
// it is left to Luis.
export async function run(t) {
  const denise = await t.person('denise');
  await denise.goto('/me/sides');
  await denise.press('Say my side');
  await denise.press('Read it through');
  await denise.sees('Please write what you mean.');
  await denise.type('What I mean', 'I do not want to be alone on Saturday.');
  await denise.type('What I think was misheard', 'Nobody is angry.');
  await denise.choose('Luis Ortega');
  await denise.choose('Ruth Bell');
  await denise.press('Read it through');
  await denise.sees('Luis and Ruth will see exactly this.');
  await denise.look('yes');
  await denise.press(/^Denise$/);
  await denise.sees('Luis has not read my side yet.');
  const mine = denise.page.url();

  const luis = await t.person('luis');
  await luis.goto('/read');
  await luis.within(luis.page.locator('section',
    { has: luis.page.getByRole('heading', { name: 'Two sides' }) }))
    .press(/^Denise/);
  await luis.sees('I do not want to be alone on Saturday.');
  const his = luis.page.url();
  await luis.type('What I mean', 'A safety check is what I can offer.');
  await luis.press('Read it through');
  await luis.sees('Denise and Ruth will see exactly this.');
  await luis.press('Yes, these are my words');
  await luis.sees('They come to see if you are all right.');

  const ruth = await t.person('ruth');
  await ruth.goto(his);
  await ruth.type('What I think was misheard', 'Company was heard as a check.');
  await ruth.press('Read it through');
  await ruth.press('Yes, these are my words');
  await ruth.look('helps');
  await luis.goto(his);
  await luis.seesNot('Company was heard as a check.');
  await luis.type('What we agree', 'Somebody is there on Saturday.');
  await luis.type('I will', 'Be at the building from 1 to 3');
  await luis.press('Send to Denise');
  await luis.look('other-side');

  // Proposed, and no more: it is promised when both have said yes.
  await denise.goto('/me');
  await denise.sees('Luis said their side');
  await denise.goto('/me/promises');
  await denise.seesNot('Be at the building');
  await denise.goto(mine);
  await denise.sees('What Luis proposes');
  await denise.seesNot('What we agreed');
  await denise.unfold();
  await denise.type('What I meant', 'From noon on.');
  await denise.press('Send what I meant');
  await denise.goto('/me/promises');
  await denise.seesNot('Be at the building');
  await ruth.goto('/today');
  await ruth.sees('Denise: not quite');
  await ruth.goto(his);
  await ruth.sees('What Luis proposes');
  await ruth.seesNot('What was agreed');
  await luis.goto('/read');
  await luis.sees('Denise: not quite');
  await luis.goto(his);
  await luis.sees('Nothing of this is promised.');
  await luis.type('What we agree', 'Somebody is there from noon on.');
  await luis.type('I will', 'Be there from 12 to 3');
  await luis.press('Send to Denise');

  await denise.goto(mine);
  await denise.look('proposed');
  await denise.sees('Clinic words in it');
  await denise.sees('Company was heard as a check.');
  await denise.press('Luis may read it');
  await denise.press('Yes, we agree');
  await denise.sees('Who will do what');
  await denise.sees('What we agreed');
  await luis.goto('/read');
  await luis.sees('Denise said yes');
  await denise.unfold();
  await denise.type('In my words, if I want', 'He came.');
  await denise.press('This helped');
  await denise.sees('Luis cannot read it.');
  await denise.look('mine');

  const karen = await t.person('karen');
  await karen.goto('/helped');
  await karen.sees('He came.');
  await luis.goto(his);
  await luis.sees('Company was heard as a check.');
  await luis.seesNot('He came.');

  await denise.goto(mine);
  await denise.press('End it now');
  await denise.sees('I ended this.');
  await luis.goto(his);
  await luis.sees('This has ended');
  await luis.seesNot('alone on Saturday');
  await karen.goto('/helped');
  await karen.seesNot('He came.');
}
