import { useWords } from '../locales/use-words.ts';
import { type AccessSettings, useSession } from '../session/session.ts';
import { AccessBarButtons } from './access-bar-buttons.tsx';

/** On every screen: what makes it readable, and whom to ask. */
export function AccessBar() {
  const { t, language } = useWords();
  const { settings, helpOpen } = useSession();
  const change = (changed: Partial<AccessSettings>): void => {
    settings.value = { ...settings.peek(), ...changed };
  };
  return (
    <AccessBarButtons
      t={t}
      settings={settings.value}
      onLargeType={() => change({ largeType: !settings.peek().largeType })}
      onHighContrast={() => change({ highContrast: !settings.peek().highContrast })}
      onLowReach={() => change({ lowReach: !settings.peek().lowReach })}
      onReadAloud={() => change({ speaking: !settings.peek().speaking })}
      onLanguage={() => change({ language: language === 'zh' ? 'en' : 'zh' })}
      onHelp={() => {
        helpOpen.value = true;
      }}
    />
  );
}
