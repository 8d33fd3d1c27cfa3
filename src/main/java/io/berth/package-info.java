/** The JAX-RS application, which lists the resources, filters and providers of all packages. */
package io.berth;
