/**
 * Line icons on a 16 by 16 grid, drawn for this project: path data, stroked at 1.5 with round ends. Filled shapes are
 * drawn as closed outlines.
 */
export const icons = {
  play: 'M4.5 2.8v10.4L13 8z',
  pause: 'M5.25 3v10M10.75 3v10',
  step: 'M3.5 3v10l6.5-5zM12.75 3v10',
  back: 'M12.5 3v10L6 8zM3.25 3v10',
  stop: 'M3.5 3.5h9v9h-9z',
  reset: 'M3 2.8v3.7h3.7M3.3 6.5A5.2 5.2 0 1 1 2.8 9',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 4.8V8l2.4 1.6',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.3V2.5h-8v8h2.8',
  check: 'M2.8 8.6l3.5 3.4 6.9-7.6',
  cross: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  hint: 'M5.8 11.2C4.6 10.3 3.9 9 3.9 7.4a4.1 4.1 0 0 1 8.2 0c0 1.6-.7 2.9-1.9 3.8zM6.2 13.8h3.6',
  eye: 'M1.5 8S3.8 3.7 8 3.7 14.5 8 14.5 8 12.2 12.3 8 12.3 1.5 8 1.5 8M8 6.1a1.9 1.9 0 1 0 0 3.8 1.9 1.9 0 0 0 0-3.8',
  link: 'M6.6 9.4l2.8-2.8M7.2 4.6l1.6-1.6a3 3 0 0 1 4.2 4.2l-1.6 1.6M8.8 11.4L7.2 13A3 3 0 0 1 3 8.8l1.6-1.6',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6M8 1.4v1.2M8 13.4v1.2M1.4 8h1.2M13.4 8h1.2M3.3 3.3l.9.9M11.8 11.8l.9.9M3.3 12.7l.9-.9M11.8 4.2l.9-.9',
  moon: 'M13.4 9.6A5.8 5.8 0 0 1 6.4 2.6a5.8 5.8 0 1 0 7 7',
  'chevron-up': 'M3.5 10.2L8 5.8l4.5 4.4',
  'chevron-down': 'M3.5 5.8L8 10.2l4.5-4.4',
  'chevron-left': 'M10.2 3.5L5.8 8l4.4 4.5',
  'chevron-right': 'M5.8 3.5L10.2 8l-4.4 4.5',
  'arrow-left': 'M13.5 8h-11M6.8 3.7L2.5 8l4.3 4.3',
  'arrow-right': 'M2.5 8h11M9.2 3.7L13.5 8l-4.3 4.3',
  grip: 'M5.5 4h.01M10.5 4h.01M5.5 8h.01M10.5 8h.01M5.5 12h.01M10.5 12h.01',
  download: 'M8 2.5v7.7M4.6 7.2L8 10.4l3.4-3.2M2.8 13.3h10.4',
  upload: 'M8 10.5V2.7M4.6 5.8L8 2.5l3.4 3.3M2.8 13.3h10.4',
  trash: 'M2.8 4.2h10.4M6.2 4V2.6h3.6V4M4.2 4.4l.6 9h6.4l.6-9M6.7 6.8v4M9.3 6.8v4',
  search: 'M7 2.6a4.4 4.4 0 1 0 0 8.8 4.4 4.4 0 0 0 0-8.8M10.3 10.3l3.2 3.2',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  external: 'M6.5 3.5h-3v9h9v-3M9.5 2.8h3.7v3.7M13 3L7.6 8.4',
  warning: 'M8 2.4l6.2 11H1.8zM8 6.4v3.4M8 11.7v.01',
  info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 7.4v3.4M8 5.2v.01',
  code: 'M5.4 4.4L1.8 8l3.6 3.6M10.6 4.4L14.2 8l-3.6 3.6',
  book: 'M8 4.2C6.4 3 4.4 2.8 2.2 3v9.6c2.2-.2 4.2 0 5.8 1.2 1.6-1.2 3.6-1.4 5.8-1.2V3C11.6 2.8 9.6 3 8 4.2zM8 4.2v9.6',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
} as const satisfies Record<string, string>;

export type IconName = keyof typeof icons;
