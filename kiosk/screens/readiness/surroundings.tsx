import { Network } from 'lucide';
import type { Readiness } from '../../../device-bridge/api/types.ts';
import { Icon } from '../../ui/icon.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { Both } from './both.tsx';
import { serviceNames } from './words.ts';

/** What stands on the devices, and what they stand on: services, platform, content. */
export function Surroundings({ readiness: { services, platformReachable, contentDigest } }: { readiness: Readiness }) {
  const names = Object.keys(serviceNames) as (keyof typeof serviceNames)[];
  return (
    <li class="card ready-card">
      <div class="ready-card-head">
        <Icon of={Network} />
        <h2>
          <Both of={{ zh: '服务和平台', en: 'Services and platform' }} />
        </h2>
      </div>
      <dl class="readiness-surroundings">
        {names.map(name => {
          const view = services[name];
          const { zh, en } = serviceNames[name];
          if (view === null) return <Part key={name} zh={zh} en={en} tone="plain" words="没有配备 not fitted" />;
          if (view.available) return <Part key={name} zh={zh} en={en} tone="go" words="可用 available" />;
          return (
            <Part
              key={name}
              zh={zh}
              en={en}
              tone="alarm"
              words={`不可用 ${view.fault.code} ${view.fault.citizen.zh}`}
            />
          );
        })}
        <Part
          zh="证明平台"
          en="Platform"
          tone={platformReachable ? 'go' : 'alarm'}
          words={platformReachable ? '连得上 reachable' : '连不上 unreachable'}
        />
        <Part
          zh="指南版本"
          en="Content"
          tone={contentDigest === null ? 'alarm' : 'plain'}
          words={contentDigest === null ? '还没有 none yet' : contentDigest.slice(0, 12)}
        />
      </dl>
    </li>
  );
}

function Part({ zh, en, tone, words }: { zh: string; en: string; tone: Tone; words: string }) {
  return (
    <div>
      <dt>
        {zh} <span lang="en">{en}</span>
      </dt>
      <dd>
        <Tag tone={tone}>{words}</Tag>
      </dd>
    </div>
  );
}
