/* The rules for the scripts. Browsers load them as they are, and no build step checks them otherwise. */
import js from '@eslint/js';
import globals from 'globals';

const SHAPE = {
  complexity: ['error', 10],
  'max-depth': ['error', 3],
  'max-len': ['error', { code: 120 }],
  'max-lines': ['error', { max: 230 }],
  'max-lines-per-function': ['error', { max: 40 }],
  'max-params': ['error', 4]
};

const CARE = {
  curly: 'error',
  eqeqeq: 'error',
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-param-reassign': 'error',
  'no-shadow': 'error',
  'no-use-before-define': ['error', { functions: false, variables: false }],
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-arrow-callback': 'error',
  'prefer-const': 'error'
};

const MARKUP = 'Build elements: markup in a string can hold somebody\'s script.';
const NO_MARKUP = [
  ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map(property => ({ property, message: MARKUP })),
  { object: 'document', property: 'write', message: MARKUP }
];

const NO_GLOBALS = {
  selector: 'AssignmentExpression[left.object.name=/^(window|globalThis|self)$/]',
  message: 'Export it: modules share nothing by globals.'
};

export default [
  { ignores: ['target/', 'src/main/resources/', 'src/test/resources/'] },
  js.configs.recommended,
  { rules: { ...CARE, ...SHAPE } },
  {
    files: ['src/main/webapp/WEB-INF/scripts/**/*.js'],
    languageOptions: { globals: globals.browser },
    rules: {
      'no-console': 'error',
      'no-restricted-properties': ['error', ...NO_MARKUP],
      'no-restricted-syntax': ['error', NO_GLOBALS]
    }
  },
  {
    files: ['src/test/js/**/*.js', 'eslint.config.js'],
    languageOptions: { globals: globals.node },
    rules: { 'max-lines-per-function': 'off' }
  }
];
