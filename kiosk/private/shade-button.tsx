import { Eye, EyeOff } from 'lucide';
import { usePrivateWords } from '../locales/private-words.ts';
import { Button } from '../ui/button.tsx';
import { useShade } from './use-shade.ts';

/** Covers everything personal at once, because somebody stands behind; and brings it back. */
export function ShadeButton() {
  const { shade, dispatch } = useShade();
  const words = usePrivateWords();
  const covered = shade.value.cover === 'all';
  return (
    <Button
      kind="quiet"
      icon={covered ? Eye : EyeOff}
      label={covered ? words.uncover : words.cover}
      onPress={() => dispatch(covered ? { type: 'uncover', now: performance.now() } : { type: 'cover' })}
    />
  );
}
