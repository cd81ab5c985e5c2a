import { MediaQuery } from 'svelte/reactivity';

export type ThemeName = 'light' | 'dark';

const KEY = 'coldstart:theme';

/**
 * Light or dark: the reader's choice, else the system's. `app.html` applies a remembered choice before the first paint;
 * this class follows it and changes it. Read `current` where a canvas or an editor must be drawn again.
 */
class Theme {
  readonly #system = new MediaQuery('(prefers-color-scheme: dark)', false);
  #chosen = $state<ThemeName | undefined>(chosenAtStart());

  get current(): ThemeName {
    return this.#chosen ?? this.#systemTheme;
  }

  /** To the other theme. Choosing what the system has anyway is to follow the system again. */
  toggle(): void {
    const wanted = this.current === 'dark' ? 'light' : 'dark';
    this.#chosen = wanted === this.#systemTheme ? undefined : wanted;
    if (this.#chosen === undefined) delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = this.#chosen;
    try {
      if (this.#chosen === undefined) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, this.#chosen);
    } catch {
      // Storage is off or full: the choice holds for this page.
    }
  }

  get #systemTheme(): ThemeName {
    return this.#system.current ? 'dark' : 'light';
  }
}

function chosenAtStart(): ThemeName | undefined {
  if (typeof document === 'undefined') return undefined;
  const name = document.documentElement.dataset['theme'];
  return name === 'light' || name === 'dark' ? name : undefined;
}

export const theme = new Theme();
