/** The narrowest screen, in CSS pixels, that is a tablet's. */
const TABLET_PX = 600;

/** What kind of device this is: people read at another pace on each. */
export function deviceOf(): 'phone' | 'tablet' | 'desktop' {
  if (!matchMedia('(pointer: coarse)').matches) return 'desktop';
  return Math.min(screen.width, screen.height) < TABLET_PX ? 'phone' : 'tablet';
}
