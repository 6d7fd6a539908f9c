import { expect, kioskOn, withImpatientHouse } from './kiosk.ts';
import { expectNoTraces } from './traces.ts';

const test = withImpatientHouse(4);

test('silence warns with a countdown, one touch goes on, more silence wipes', async ({ impatient, page }) => {
  await page.goto(impatient.kioskUrl);
  const kiosk = kioskOn(page);
  await impatient.until('content', state => state.content.digest !== null);
  await kiosk.begin();
  await kiosk.touch(/按领域/);
  await kiosk.sees('您还在吗？');
  await expect(page.getByText(/秒后结束/)).toBeVisible();
  await kiosk.touch('继续办理');
  await expect(page.getByText('您还在吗？')).toHaveCount(0);
  // Extended means that nothing was lost: the screen is the one before.
  await expect(page.getByRole('heading', { name: '查办事指南' })).toBeVisible();
  await kiosk.sees('您还在吗？');
  await kiosk.sees('点一下屏幕，开始');
  expect((await impatient.state()).visit.phase).toBe('idle');
});

test('touching keeps the visit alive', async ({ impatient, page }) => {
  await page.goto(impatient.kioskUrl);
  const kiosk = kioskOn(page);
  await kiosk.begin();
  const { visit } = await impatient.state();
  const id = visit.phase === 'idle' ? '' : visit.id;
  const began = Date.now();
  // Longer than patience and countdown together.
  while (Date.now() - began < 7000) {
    await kiosk.touch(/按领域/);
    await kiosk.touch('首页');
    const now = await impatient.state();
    expect(now.visit).toMatchObject({ phase: 'present', id });
  }
});

test('a citizen who walks away from the card leaves nothing behind', async ({ impatient, page }) => {
  await page.goto(impatient.kioskUrl);
  const kiosk = kioskOn(page);
  await impatient.until('services', state => state.services.certificates.available && state.content.digest !== null);
  await kiosk.begin();
  await kiosk.touch(/打印证明/);
  await kiosk.sees('请把身份证平放到读卡区');
  await impatient.dock({ type: 'card/insert', cardId: 'wang-xiaoming' });
  await kiosk.sees(/王\*明/);
  await kiosk.sees('您还在吗？');
  await kiosk.sees('点一下屏幕，开始');
  await expectNoTraces(page, impatient, { name: '王小明', idNumber: '331003199005120018' });
});
