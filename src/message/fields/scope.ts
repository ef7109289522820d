/** The pieces of a mail that are about one customer. */

import type { CustomerName } from './choose-name.ts';
import type { LabelledValue } from './labels.ts';
import type { Piece } from './pieces.ts';

export interface LabelledPiece {
  piece: Piece;
  values: LabelledValue[];
}

export interface Scope {
  pieces: Piece[];
  /** Text about all customers of the mail: it gives what the customer's own text lacks. */
  shared?: Piece[];
  /** Labelled values, where they are known already (a table row). */
  pairs?: LabelledPiece[];
  name?: CustomerName;
}
