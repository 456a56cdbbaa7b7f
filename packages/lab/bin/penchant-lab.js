#!/usr/bin/env node
import '../dist/main.js'; // a file that is there before anything is built, for package managers to link to
