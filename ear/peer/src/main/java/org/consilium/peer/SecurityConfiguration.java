package org.consilium.peer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Permissions for pages, signing in, and the headers of all pages. */
@Configuration
class SecurityConfiguration {

    private static final String POLICY = "default-src 'self'; img-src 'self' %s; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain security(HttpSecurity http, S3Settings s3) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/sign-in", "/css/**", "/error", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/consultations")
                        .hasRole(Role.PATIENT.name())
                        .requestMatchers("/queue")
                        .hasRole(Role.CLINICIAN.name())
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("email")
                        .successHandler((request, response, authentication) -> response.sendRedirect(
                                ((SignedIn) authentication.getPrincipal()).getRole().home())))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(POLICY.formatted(s3.endpoint())))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    @Bean
    UserDetailsService accounts(PersonRepository people) {
        return email -> people.findByEmail(email)
                .map(SignedIn::new)
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /** Argon2id as OWASP recommends it: 19 MiB, two passes, one lane. */
    @Bean
    PasswordEncoder passwords() {
        return new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    }
}
