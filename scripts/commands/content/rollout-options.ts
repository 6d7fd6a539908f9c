import type { ParseArgsOptionsConfig } from 'node:util';
import type { Rollout } from '../../../content/delivery/publication.ts';
import { type CommandInput, textOption, UsageError } from '../command-line.ts';
import { listOption } from './repository-options.ts';

type Values = CommandInput['values'];

export const rolloutOptions = {
  canary: { type: 'string' },
  ramp: { type: 'string' },
  hours: { type: 'string' },
  halt: { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig;

export const rolloutUsage =
  '[--canary ID[,ID]] [--ramp "2026-11-24T00:00Z=0.1,2026-11-25T00:00Z=1"] [--hours 0-6] [--halt]';

/** The parts of a plan that were given. @throws UsageError */
export function rolloutFrom(values: Values): Partial<Rollout> {
  const canaries = listOption(values, 'canary');
  const ramp = listOption(values, 'ramp')?.map(rampStep);
  const hours = textOption(values, 'hours');
  return {
    ...(canaries === undefined ? {} : { canaries: canaries.map(terminalId) }),
    ...(ramp === undefined ? {} : { ramp: ramp.sort((a, b) => (a.from < b.from ? -1 : 1)) }),
    ...(hours === undefined ? {} : { hours: hoursOf(hours) }),
    ...(values.halt === true ? { halted: true } : {}),
  };
}

/** 2026-11-24T00:00Z=0.1, or =10%: from then on that share of all terminals. */
function rampStep(text: string): Rollout['ramp'][number] {
  const [, time = '', number = '', sign] = /^([^=]+)=(\d+(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  const at = new Date(time);
  const percent = Math.round((sign === '%' ? Number(number) : Number(number) * 100) * 1000) / 1000;
  if (!/(?:Z|[+-]\d\d:\d\d)$/.test(time) || Number.isNaN(at.getTime()) || !Number.isInteger(percent) || percent > 100)
    throw new UsageError(`--ramp: ${text} is not like 2026-11-24T00:00Z=0.1 (time with zone, whole percents)`);
  return { from: at.toISOString().replace(/\.\d+Z$/, 'Z'), percent };
}

function hoursOf(text: string): NonNullable<Rollout['hours']> {
  const [, from, to] = /^(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  const hours = { from: Number(from), to: Number(to) };
  if (!(hours.from <= 23 && hours.to >= 1 && hours.to <= 24))
    throw new UsageError('--hours is like 0-6: local hours, from 0-23 to 1-24');
  return hours;
}

function terminalId(text: string): string {
  if (!/^[\w.-]{1,64}$/.test(text)) throw new UsageError(`--canary: ${text} is no id of a terminal`);
  return text;
}
