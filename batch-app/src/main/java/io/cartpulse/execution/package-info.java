/**
 * Executions of jobs as people and programs see them: search, detail, progress, and what
 * can be done with them.
 */
@NullMarked
package io.cartpulse.execution;

import org.jspecify.annotations.NullMarked;
