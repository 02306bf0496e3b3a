/** Colours of series: told apart also by who sees few colours, and dark enough on white. */
export const palette = ['#1f5fd6', '#d46b08', '#237804', '#9e1068', '#006d75', '#595959'];
