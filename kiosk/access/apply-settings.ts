import type { AccessSettings } from '../session/session.ts';

/** Type size, contrast and reach are read by the style sheets; the language by whatever speaks the page. */
export function applySettings(settings: AccessSettings): void {
  const root = document.documentElement;
  root.dataset.type = settings.largeType ? 'large' : 'normal';
  root.dataset.contrast = settings.highContrast ? 'high' : 'normal';
  root.dataset.reach = settings.lowReach ? 'low' : 'normal';
  root.lang = settings.language === 'zh' ? 'zh-CN' : 'en';
}
