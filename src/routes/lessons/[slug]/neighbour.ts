/** The lesson before or after this one. */
export interface Neighbour {
  readonly slug: string;
  readonly number: number;
  readonly title: string;
}
