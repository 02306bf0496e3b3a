import type { PanelSize, PlanDocument } from '@fairmark/contracts/plans';

/** Members of an appeal panel under a plan: three, unless it says five. */
export const panelSize = ({ appeals }: Pick<PlanDocument, 'appeals'>): PanelSize => appeals?.panelSize ?? 3;
