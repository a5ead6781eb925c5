/// Fakes and fixtures for tests: what stands in for an adapter fulfils the same contract test as the adapter.
@NullMarked
package org.proviso.testkit;

import org.jspecify.annotations.NullMarked;
