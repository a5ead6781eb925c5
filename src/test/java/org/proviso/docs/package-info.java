/// Tests that the documentation says what the code does.
@org.jspecify.annotations.NullMarked
package org.proviso.docs;
