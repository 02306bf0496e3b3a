import type { Sheet } from '@fairmark/contracts/plans';
import { sheet, text } from './build.js';

/** 内容型: quality, reads, professional questions, experts. Base: coverage and growth; growth: interaction; mature: conversion and deep value. */
const contentSheets: readonly Sheet[] = [
  sheet({ id: 'content-base', name: text('内容型·基础期', 'Content, base'), for: { kind: 'communityType', type: 'content', stage: 'base' } }, [
    ['coverage', 2_500, '55'],
    ['followerGrowth', 2_000, '850'],
    ['articleReads', 1_500, '92000'],
    ['contentPlanKept', 1_000, '3'],
    ['contentQuality', 1_500],
    ['retention', 1_000, '56'],
    ['trafficMonetisation', 500, '5'],
  ]),
  sheet({ id: 'content-growth', name: text('内容型·成长期', 'Content, growth'), for: { kind: 'communityType', type: 'content', stage: 'growth' } }, [
    ['interactionRate', 2_500, '13'],
    ['articleReads', 1_500, '95000'],
    ['questionsAnswered', 1_400, '190'],
    ['contentQuality', 2_000],
    ['expertFeedback', 1_100, '85'],
    ['retention', 1_000, '57'],
    ['trafficMonetisation', 500, '5.2'],
  ]),
  sheet({ id: 'content-mature', name: text('内容型·成熟期', 'Content, mature'), for: { kind: 'communityType', type: 'content', stage: 'mature' } }, [
    ['contentDepth', 2_000, '4.2'],
    ['valueContribution', 2_000, '26'],
    ['contentQuality', 1_800],
    ['conversionRate', 1_500, '4.2'],
    ['lifetimeValue', 1_500, '31000'],
    ['expertFeedback', 1_200, '88'],
  ]),
];

/** 交易型: orders, conversion, order value, repurchase. */
const transactionSheets: readonly Sheet[] = [
  sheet({ id: 'transaction-base', name: text('交易型·基础期', 'Transaction, base'), for: { kind: 'communityType', type: 'transaction', stage: 'base' } }, [
    ['followerGrowth', 2_500, '900'],
    ['coverage', 2_000, '55'],
    ['orderCompletion', 1_700, '95'],
    ['repurchaseRate', 1_500, '22'],
    ['conversionRate', 1_300, '4'],
    ['averageOrderValue', 1_000, '12000'],
  ]),
  sheet(
    {
      id: 'transaction-growth',
      name: text('交易型·成长期', 'Transaction, growth'),
      for: { kind: 'communityType', type: 'transaction', stage: 'growth' },
      dependsOnDepartments: ['marketing'],
      collaboration: true,
    },
    [
      ['conversionRate', 2_400, '4.2'],
      ['repurchaseRate', 1_800, '23'],
      ['interactionRate', 1_600, '12.5'],
      ['orderCompletion', 1_400, '96'],
      ['averageOrderValue', 1_200, '12300'],
      ['crossDepartmentGoals', 1_000, '90'],
      ['costPerActiveUser', 600, '780'],
    ],
  ),
  sheet({ id: 'transaction-mature', name: text('交易型·成熟期', 'Transaction, mature'), for: { kind: 'communityType', type: 'transaction', stage: 'mature' } }, [
    ['conversionRate', 2_300, '4.3'],
    ['revenueContribution', 2_200, '64000000'],
    ['repurchaseRate', 1_900, '24'],
    ['lifetimeValue', 1_600, '32000'],
    ['orderCompletion', 900, '97'],
    ['campaignRoi', 700, '3.1'],
    ['complaints', 400, '0'],
  ]),
];

/** 服务型: response, resolution, satisfaction. Their data is always at hand, so a missing value waits instead of being weighed away. */
const serviceSheets: readonly Sheet[] = [
  sheet({ id: 'service-base', name: text('服务型·基础期', 'Service, base'), for: { kind: 'communityType', type: 'service', stage: 'base' }, missing: 'block' }, [
    ['responseTime', 2_300, '12'],
    ['coverage', 2_200, '55'],
    ['resolutionRate', 1_600, '80'],
    ['satisfaction', 1_500, '85'],
    ['monthlyActiveShare', 1_400, '43'],
    ['costPerActiveUser', 1_000, '800'],
  ]),
  sheet({ id: 'service-growth', name: text('服务型·成长期', 'Service, growth'), for: { kind: 'communityType', type: 'service', stage: 'growth' }, missing: 'block' }, [
    ['responseTime', 2_100, '11'],
    ['resolutionRate', 1_900, '83'],
    ['interactionRate', 1_800, '12.5'],
    ['satisfaction', 1_700, '88'],
    ['retention', 1_300, '57', { missing: 'reweight' }],
    ['costPerActiveUser', 1_200, '780'],
  ]),
  sheet({ id: 'service-mature', name: text('服务型·成熟期', 'Service, mature'), for: { kind: 'communityType', type: 'service', stage: 'mature' }, missing: 'block' }, [
    ['resolutionRate', 2_100, '86'],
    ['satisfaction', 2_000, '90'],
    ['responseTime', 1_700, '10.5'],
    ['valueContribution', 1_600, '27'],
    ['promoterScore', 1_500, '20', { missing: 'reweight' }],
    ['complaints', 1_100, '0'],
  ]),
];

/** 一社一策: the flagship community has a policy of its own. */
const ownSheets: readonly Sheet[] = [
  sheet(
    { id: 'community-c001', name: text('旗舰社群 C001（一社一策）', 'Flagship community C001'), for: { kind: 'community', communityCode: 'C001' }, dependsOnDepartments: ['product'], collaboration: true },
    [
      ['contentQuality', 2_400],
      ['interactionRate', 2_000, '14'],
      ['valueContribution', 2_000, '28'],
      ['questionsAnswered', 1_300, '200'],
      ['retention', 1_300, '58'],
      ['crossDepartmentGoals', 1_000, '90'],
    ],
  ),
];

export const communitySheets: readonly Sheet[] = [...contentSheets, ...transactionSheets, ...serviceSheets, ...ownSheets];
