import { controlStyles } from './controlStyles.ts';
import { forcedColorStyles } from './forcedColorStyles.ts';
import { frameStyles } from './frameStyles.ts';
import { hiddenStyles } from './hiddenStyles.ts';
import { listStyles } from './listStyles.ts';
import { narrowStyles } from './narrowStyles.ts';
import { panelStyles } from './panelStyles.ts';
import { scaleStyles } from './scaleStyles.ts';
import { stageStyles } from './stageStyles.ts';
import { yearStyles } from './yearStyles.ts';

export const styles = [
  frameStyles,
  controlStyles,
  scaleStyles,
  stageStyles,
  panelStyles,
  yearStyles,
  listStyles,
  hiddenStyles,
  narrowStyles,
  forcedColorStyles,
];
