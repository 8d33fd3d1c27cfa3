package io.berth.persistence.failures;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that calls EJBs and begins no transaction itself: a transaction that cannot be
 * committed becomes a refusal, which is retried if another writer was the cause. A deadlock can be
 * reported at commit, and a cluster certifies a transaction only there.
 */
@Documented
@Inherited
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface TranslateCommitFailures {}
