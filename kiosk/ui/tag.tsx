import './tag.css';

export type Tone = 'go' | 'later' | 'plain' | 'alarm';

/** A state in words; its colour repeats what the words say. */
export function Tag({ tone, children }: { tone: Tone; children: string }) {
  return <span class={`tag tag-${tone}`}>{children}</span>;
}
