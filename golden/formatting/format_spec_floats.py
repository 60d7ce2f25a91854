# Format specs for floats round half to even on the exact binary value.
x = 1234.56789
print(f"{x:f}|{x:.2f}|{x:.0f}|{x:10.1f}|{x:<10.1f}|{x:+.1f}|{x:,.2f}|{x:010.2f}")
print(f"{x:e}|{x:.2e}|{x:E}|{x:g}|{x:.3g}|{1e10:g}|{1e-5:g}|{0.0001:g}|{x:G}")
print(f"{0.5:.0f} {1.5:.0f} {2.5:.0f} {2.675:.2f} {0.125:.2f} {1e16:.1f}")
print(f"{0.256:%} {0.256:.1%} {1 / 3:.10f} {-0.0:.1f} {-0.04:.1f}")
print(f"{float('inf'):.2f} {float('nan'):5} {-float('inf'):f}|{float('inf'):+}")
print(f"{1.0} {1.0:g} {1e20} {100.0:.3} {x:.3} {1.0:5}| {3.0:.1}")
print("%.3f %5.1f %e %g" % (x, x, x, x))
