import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from '../support/house.ts';
import { expect, test } from './kiosk.ts';

const call = async (house: House) => {
  const { visit } = await house.state();
  return visit.phase === 'idle' ? null : visit.helpCall.state;
};

test('a citizen calls, somebody of the staff answers on the platform’s page, and the citizen reads who comes', async ({
  kiosk,
  house,
  browser,
}) => {
  const context = await browser.newContext();
  const staff = await context.newPage();
  const token = (await readFile(join(house.folder, 'keys/staff-token'), 'utf8')).trim();
  await staff.goto(`${house.platformUrl}/desk/calls`);
  await staff.getByLabel('口令').fill('not-the-token-of-anybody');
  await staff.getByRole('button', { name: '登录' }).click();
  await expect(staff.getByText('口令不对')).toBeVisible();
  await staff.getByLabel('口令').fill(token);
  await staff.getByRole('button', { name: '登录' }).click();
  await expect(staff.getByText('现在没有人求助')).toBeVisible();

  await kiosk.begin();
  await kiosk.touch('求助');
  await kiosk.touch('请工作人员过来');
  await kiosk.sees('已经通知工作人员');
  await expect(staff.getByRole('heading', { name: '院桥镇 1 号终端' })).toBeVisible();
  await expect(staff.getByText('在首页')).toBeVisible();
  expect(await staff.title()).toContain('（1）');
  await staff.getByRole('button', { name: '我来了' }).click();
  await kiosk.sees('值班窗口（示例）马上过来');
  await staff.getByRole('button', { name: '已处理' }).click();
  await kiosk.sees('请工作人员过来');
  expect(await call(house)).toBe('none');

  // A call of a citizen who goes away is over for the staff, too.
  await kiosk.touch('请工作人员过来');
  await expect(staff.getByRole('button', { name: '我来了' })).toBeVisible();
  await kiosk.touch('关闭');
  await kiosk.touch('结束');
  await house.until('nobody there', state => state.visit.phase === 'idle');
  await expect(staff.getByText('现在没有人求助')).toBeVisible();
  await expect(staff.getByText('无人应答，已结束')).toBeVisible();
  await context.close();
});
