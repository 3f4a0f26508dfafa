export const name = 'crisis';
export const rows = ['R55', 'R62'];
export const ways = ['plain'];

// Denise wrote on a good day what she wants when it gets very hard, and lets who
// walks with her open it then. Ruth opens it, writes that she was there, and has
// to get in touch the day after. Denise is told once, says what she wanted, and
// lets any peer come: Malik, who does not walk with her, opens it. Then she ends
// it, and it is closed to both.
export async function run(t) {
  const ruth = await t.person('ruth');
  await ruth.goto('/people');
  await ruth.seesNot('Who lets any peer come');
  await ruth.press('Denise');
  await ruth.seesNot('Tea with mint');
  await ruth.press('It is hard now: open what Denise wants');
  await ruth.sees('Tea with mint');
  await ruth.sees('Denise is told that you opened this.');
  await ruth.look('opened');
  const page = ruth.path();
  await wasThere(ruth);

  const denise = await t.person('denise');
  await denise.goto('/me');
  await denise.press('Ruth opened what I want in hard times');
  await denise.sees('Ruth opened it');
  await denise.look('hers');
  await denise.goto('/me');
  await denise.seesNot('opened what I want in hard times');
  await denise.goto('/me/seen');
  await denise.sees('Ruth saw what I want when it gets very hard');
  await wanted(denise);
  await anyPeer(t, denise, page);
  await closed(ruth, denise, page);
}

async function wasThere(ruth) {
  await ruth.press('Save');
  await ruth.sees('Please choose how you met.');
  await ruth.choose('In person');
  await ruth.type('How many minutes', '45');
  await ruth.type('Who else came', 'Her sister Rosa');
  await ruth.press('Save');
  await ruth.sees('Please write this only when the one you were with said yes.');
  await ruth.look('there');
  await ruth.choose('The one I was with said yes to writing this');
  await ruth.press('Save');
  await ruth.sees('Thank you for being there.');
  await ruth.goto('/people');
  await ruth.press('Denise');
  await ruth.press('See our times, or make one');
  await ruth.sees('Check in on Denise');
}

async function wanted(denise) {
  await denise.goto('/me/times');
  await denise.press('When it gets very hard');
  await denise.sees('With the two of us: Her sister Rosa');
  await denise.press('Write what I wanted');
  await denise.look('wanted');
  await denise.type('What I wanted that day', 'That nobody asks me why');
  await denise.press('Save my words');
  await denise.sees('That nobody asks me why');
  await denise.type('What helps me', 'The cat on my lap');
  await denise.press('Save my words');
  await denise.sees('Saved.');
  await denise.unfold();
  await denise.sees('Tea with mint');
}

async function anyPeer(t, denise, page) {
  const malik = await t.person('malik');
  await malik.goto(page);
  await malik.seesNot('The cat on my lap');
  await malik.goto('/hard-times');
  await malik.seesNot('Denise');
  await denise.choose('Any peer here who comes when it is hard');
  await denise.press('Save who may open it');
  await denise.goto('/me/sharing');
  await denise.sees('Any peer here may open what I want then');
  await malik.goto('/people');
  await malik.press('Who lets any peer come when it is hard');
  await malik.look('offered');
  await malik.press('It is hard now: open it');
  await malik.sees('The cat on my lap');
  await malik.seesNot('That nobody asks me why');
  await malik.look('a-peer');
  await malik.choose('By phone');
  await malik.type('How many minutes', '25');
  await malik.press('Save');
  await malik.sees('Who walks with Denise gets in touch tomorrow.');
  await malik.seesNot('You were there');
  await denise.goto('/me/hard-times');
  await denise.sees('Malik opened it');
  await denise.sees('25 min');
  await denise.choose('Nobody');
  await denise.press('Save who may open it');
  await malik.page.reload();
  await malik.seesNot('The cat on my lap');
}

async function closed(ruth, denise, page) {
  await ruth.goto(page);
  await ruth.seesNot('The cat on my lap');
  await ruth.seesNot('It is hard now');
  await ruth.sees('I was there when it was hard');
  await denise.within(denise.page.locator('details')
    .filter({ hasText: 'Take all these words away for good' })).unfold();
  await denise.press('Yes, take them away');
  await denise.goto('/me/hard-times');
  await denise.seesNot('The cat on my lap');
}
