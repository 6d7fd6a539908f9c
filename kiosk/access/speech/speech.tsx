import { effect } from '@preact/signals';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { catalog } from '../../catalog/catalog.ts';
import { speechWords } from '../../locales/speech-words.ts';
import { useWords } from '../../locales/use-words.ts';
import { useSession } from '../../session/session.ts';
import { forgetOthers, packAddress } from './pack-store.ts';
import { openReader, type Reader } from './reader.ts';
import { SpeechBar } from './speech-bar.tsx';
import { topSurface } from './surface.ts';
import { plainVoice, voiceFor } from './voice.ts';
import { watchPage } from './watch-page.ts';

// Fetched while the citizen reads the first screen: a touch on the switch is then answered at once.
void plainVoice();

/** Reads the page aloud for as long as it is drawn: to the end of the visit, or until it is switched off. */
export function Speech() {
  const session = useSession();
  const { language, t } = useWords();
  const [reader, setReader] = useState<Reader | null>(null);

  useEffect(() => {
    let close = (): void => {};
    let isOver = false;
    void plainVoice().then(voice => {
      if (isOver) return;
      const { language: spoken } = session.settings.peek();
      const opened = openReader({ language: spoken, words: speechWords[spoken], voice });
      const stops = [watchPage(opened, document.body), followContent(opened), () => opened.close()];
      close = () => {
        for (const stop of stops) stop();
      };
      setReader(opened);
      opened.look();
    });
    return () => {
      isOver = true;
      close();
    };
  }, []);

  useEffect(() => {
    if (reader === null) return;
    reader.setLanguage(language, speechWords[language]);
    reader.look();
  }, [language, t]);

  useBar(reader);
  return null;

  /** The sounds of the guide that is open, as soon as they are here. */
  function followContent(opened: Reader): () => void {
    return effect(() => {
      const screen = session.screen.value;
      const speech = catalog.value?.speech;
      void voiceFor(speech, screen.name === 'guide' ? screen.matterId : null).then(opened.setVoice);
      const named = [...(speech?.shared ?? []), ...Object.values(speech?.matters ?? {})];
      void forgetOthers(named.map(({ sha256 }) => packAddress(sha256)));
    });
  }
}

/** Over the screen or over the dialog on top of it: in an element of its own that moves to where it can be used. */
function useBar(reader: Reader | null): void {
  const { language } = useWords();
  const [host] = useState(() => Object.assign(document.createElement('div'), { className: 'speech-host' }));
  useEffect(() => {
    const place = (): void => {
      const top = topSurface();
      const home = top instanceof HTMLDialogElement ? top : document.querySelector('.stage');
      if (home !== null && host.parentElement !== home) home.append(host);
    };
    place();
    // What lies beneath leaves it as much room as it takes, in every type size and orientation.
    const sizes = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--speech-room', `${host.offsetHeight}px`);
    });
    sizes.observe(host);
    const observer = new MutationObserver(place);
    observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['open'] });
    return () => {
      observer.disconnect();
      sizes.disconnect();
      document.documentElement.style.removeProperty('--speech-room');
      host.remove();
      render(null, host);
    };
  }, [host]);
  useEffect(() => {
    if (reader !== null) render(<SpeechBar reader={reader} t={speechWords[language]} />, host);
  }, [reader, language, host]);
}
