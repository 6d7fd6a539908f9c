import './access-bar.css';
import { AArrowUp, ArrowDownToLine, Check, Contrast, Globe, type IconNode, Phone, Volume2 } from 'lucide';
import type { Words } from '../locales/zh.ts';
import type { AccessSettings } from '../session/session.ts';
import { Icon } from '../ui/icon.tsx';

interface AccessBarButtonsProps {
  t: Words;
  settings: AccessSettings;
  onLargeType(): void;
  onHighContrast(): void;
  onLowReach(): void;
  onReadAloud(): void;
  onLanguage(): void;
  onHelp(): void;
}

/** The bar as such: also the attract screen has it, where no visit holds settings yet. */
export function AccessBarButtons({ t, settings, ...on }: AccessBarButtonsProps) {
  return (
    <section class="access-bar" aria-label={t.access.bar}>
      <Switch icon={AArrowUp} label={t.access.largeType} pressed={settings.largeType} onPress={on.onLargeType} />
      <Switch
        icon={Contrast}
        label={t.access.highContrast}
        pressed={settings.highContrast}
        onPress={on.onHighContrast}
      />
      <Switch icon={ArrowDownToLine} label={t.access.lowReach} pressed={settings.lowReach} onPress={on.onLowReach} />
      <Switch icon={Volume2} label={t.access.readAloud} pressed={settings.speaking} onPress={on.onReadAloud} />
      <Switch icon={Globe} label={t.access.otherLanguage} onPress={on.onLanguage} />
      <Switch icon={Phone} label={t.access.help} help onPress={on.onHelp} />
    </section>
  );
}

interface SwitchProps {
  icon: IconNode;
  label: string;
  pressed?: boolean;
  help?: boolean;
  onPress(): void;
}

/** What is on is told by a tick as well as by its colour. */
function Switch({ icon, label, pressed, help = false, onPress }: SwitchProps) {
  return (
    <button
      type="button"
      class={help ? 'access-help' : ''}
      data-key={help ? 'help' : undefined}
      aria-pressed={pressed}
      onClick={onPress}
    >
      <Icon of={icon} />
      <span>{label}</span>
      {pressed === true && (
        <span class="access-on">
          <Icon of={Check} />
        </span>
      )}
    </button>
  );
}
